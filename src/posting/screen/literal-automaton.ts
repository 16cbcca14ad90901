import { foldCharacter } from './fold-character.ts'

/** Finds many literals in one pass over a text. */
export interface LiteralAutomaton {
  /** The sets of which a literal stands in the text, one bit each, 32 a number. */
  readonly spot: (text: string) => Int32Array
}

interface Node {
  readonly next: Map<number, number>
  /** Numbers of the sets whose literals end here. */
  readonly sets: Set<number>
  fallback: number
}

const CODE_UNITS = 0x10000

/**
 * Builds the automaton of Aho and Corasick over sets of literals; a text costs one step a code unit, however many there are.
 * @param sets the literals of each set, folded by `foldCharacter` and not empty
 */
export function createLiteralAutomaton(sets: readonly (readonly string[])[]): LiteralAutomaton {
  const letters = numberLetters(sets)
  const nodes = growTrie(sets, letters)
  const letterCount = letters.count
  const width = Math.ceil(sets.length / 32)
  const steps = linkNodes(nodes, letterCount)
  const ends = layOutEnds(nodes)
  const marked = markEnds(steps, ends.starts)
  const { classes } = letters
  return {
    spot(text) {
      const spotted = new Int32Array(width)
      const { length } = text
      let node = 0
      for (let i = 0; i < length; i++) {
        const step = marked[node * letterCount + (classes[text.charCodeAt(i)] ?? 0)] ?? 0
        node = step >> 1
        if ((step & ENDS_HERE) !== 0) gatherEnds(ends, node, spotted)
      }
      return spotted
    },
  }
}

/** The lowest bit of a step says that a literal ends where it leads; the others tell the node. */
const ENDS_HERE = 1

/** For each node the words of bits to set, one after another. */
interface Ends {
  /** Where the entries of each node begin; those of the next begin where they end. */
  readonly starts: Int32Array
  readonly words: Int32Array
  readonly bits: Int32Array
}

function layOutEnds(nodes: readonly Node[]): Ends {
  const starts = new Int32Array(nodes.length + 1)
  const entries: (readonly [word: number, bits: number])[] = []
  for (const [at, { sets }] of nodes.entries()) {
    entries.push(...toWords(sets))
    starts[at + 1] = entries.length
  }
  return {
    starts,
    words: Int32Array.from(entries, ([word]) => word),
    bits: Int32Array.from(entries, ([, bits]) => bits),
  }
}

function toWords(sets: ReadonlySet<number>): ReadonlyMap<number, number> {
  const words = new Map<number, number>()
  for (const set of sets) words.set(set >> 5, (words.get(set >> 5) ?? 0) | (1 << (set & 31)))
  return words
}

/** The steps with their marks, in half the memory where the nodes are few enough: so much more of them stays near at hand. */
function markEnds(steps: Int32Array, starts: Int32Array): Uint16Array | Int32Array {
  const mark = (node: number): number => (node << 1) | (starts[node] === starts[node + 1] ? 0 : ENDS_HERE)
  return starts.length <= 0x8000 ? Uint16Array.from(steps, mark) : steps.map(mark)
}

function gatherEnds({ starts, words, bits }: Ends, node: number, into: Int32Array): void {
  const end = starts[node + 1] ?? 0
  for (let i = starts[node] ?? 0; i < end; i++) {
    const word = words[i] ?? 0
    into[word] = (into[word] ?? 0) | (bits[i] ?? 0)
  }
}

interface Letters {
  /** The letter of each code unit, whatever its case; 0 for those of no literal. */
  readonly classes: Uint16Array
  readonly count: number
}

function numberLetters(sets: readonly (readonly string[])[]): Letters {
  const numbers = new Map<string, number>()
  for (const literal of sets.flat()) {
    for (const unit of literal.split('')) if (!numbers.has(unit)) numbers.set(unit, numbers.size + 1)
  }
  const classes = new Uint16Array(CODE_UNITS)
  for (let code = 0; code < CODE_UNITS; code++) {
    classes[code] = numbers.get(foldCharacter(String.fromCharCode(code))) ?? 0
  }
  return { classes, count: numbers.size + 1 }
}

const createNode = (): Node => ({ next: new Map(), sets: new Set(), fallback: 0 })

/** Letter by letter, so that the nodes that most letters of a text lead to lie side by side. */
function growTrie(sets: readonly (readonly string[])[], { classes }: Letters): Node[] {
  const nodes = [createNode()]
  let ends = sets.flatMap((literals, set) => literals.map(literal => ({ literal, set, node: 0 })))
  for (let at = 0; ends.length > 0; at++) {
    ends = ends.filter(end => {
      const node = nodes[end.node]
      if (at === end.literal.length) node?.sets.add(end.set)
      return at < end.literal.length
    })
    for (const end of ends) {
      const letter = classes[end.literal.charCodeAt(at)] ?? 0
      const next = nodes[end.node]?.next.get(letter) ?? nodes.push(createNode()) - 1
      nodes[end.node]?.next.set(letter, next)
      end.node = next
    }
  }
  return nodes
}

/** Fills in where each letter leads from each node; what ends at a node's longest suffix ends at the node too. */
function linkNodes(nodes: readonly Node[], letterCount: number): Int32Array {
  const steps = new Int32Array(nodes.length * letterCount)
  const queue = [0]
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head] ?? 0
    const node = nodes[at]
    if (node === undefined) continue
    for (const set of nodes[node.fallback]?.sets ?? []) node.sets.add(set)
    for (let letter = 0; letter < letterCount; letter++) {
      const byFallback = at === 0 ? 0 : (steps[node.fallback * letterCount + letter] ?? 0)
      const next = node.next.get(letter)
      steps[at * letterCount + letter] = next ?? byFallback
      if (next === undefined) continue
      const child = nodes[next]
      if (child !== undefined) child.fallback = byFallback
      queue.push(next)
    }
  }
  return steps
}
