import { foldCharacter } from './fold-character.ts'

/** Finds many literals in one pass over a text. */
export interface LiteralAutomaton {
  /** The sets of which a literal may stand in the text, one bit each, 32 a number; those of the others stand nowhere. */
  readonly spot: (text: string) => readonly number[]
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
  const letters = numberLetters()
  const nodes = growTrie(sets.map(shorten), letters)
  const width = Math.ceil(sets.length / 32)
  const steps = linkNodes(nodes)
  const ends = layOutEnds(nodes)
  const marked = markEnds(steps, ends.starts)
  return {
    spot(text) {
      // A list of so few numbers is made in less time than an array of a type.
      const spotted: number[] = new Array(width).fill(0)
      const { length } = text
      let node = 0
      for (let i = 0; i < length; i++) {
        const step = marked[node * LETTERS + (letters[text.charCodeAt(i)] ?? 0)] ?? 0
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

function gatherEnds({ starts, words, bits }: Ends, node: number, into: number[]): void {
  const end = starts[node + 1] ?? 0
  for (let i = starts[node] ?? 0; i < end; i++) {
    const word = words[i] ?? 0
    into[word] = (into[word] ?? 0) | (bits[i] ?? 0)
  }
}

/** Literals are told by so many characters: longer ones would make the automaton larger than what stays near at hand. */
const LONGEST = 8

/** A set as the automaton knows it: no literal is longer than need be, and none holds another one. */
function shorten(literals: readonly string[]): readonly string[] {
  const starts = [...new Set(literals.map(literal => literal.slice(0, LONGEST)))]
  return starts.filter(one => !starts.some(other => other !== one && one.includes(other)))
}

/** The characters that most literals are made of; all others beyond ASCII count as one. */
const ALPHABET = ' etaoinsrhldcumfpgwybvkxjqz0123456789-\'/%$.,#&+():;!?"'
const [OTHER_SIGN, FOREIGN] = [ALPHABET.length, ALPHABET.length + 1]
/** How many letters there is room for: a power of two, so that a step is found by a shift. */
const LETTERS = 64

/** The letter of each code unit, whatever its case. */
function numberLetters(): Uint8Array {
  const letters = new Uint8Array(CODE_UNITS)
  for (let code = 0; code < CODE_UNITS; code++) {
    const folded = foldCharacter(String.fromCharCode(code))
    const known = ALPHABET.indexOf(folded)
    letters[code] = known >= 0 ? known : folded.charCodeAt(0) < 0x80 ? OTHER_SIGN : FOREIGN
  }
  return letters
}

const createNode = (): Node => ({ next: new Map(), sets: new Set(), fallback: 0 })

/** Letter by letter, so that the nodes that most letters of a text lead to lie side by side. */
function growTrie(sets: readonly (readonly string[])[], letters: Uint8Array): Node[] {
  const nodes = [createNode()]
  let ends = sets.flatMap((literals, set) => literals.map(literal => ({ literal, set, node: 0 })))
  for (let at = 0; ends.length > 0; at++) {
    ends = ends.filter(end => {
      const node = nodes[end.node]
      if (at === end.literal.length) node?.sets.add(end.set)
      return at < end.literal.length
    })
    for (const end of ends) {
      const letter = letters[end.literal.charCodeAt(at)] ?? 0
      const next = nodes[end.node]?.next.get(letter) ?? nodes.push(createNode()) - 1
      nodes[end.node]?.next.set(letter, next)
      end.node = next
    }
  }
  return nodes
}

/** Fills in where each letter leads from each node; what ends at a node's longest suffix ends at the node too. */
function linkNodes(nodes: readonly Node[]): Int32Array {
  const steps = new Int32Array(nodes.length * LETTERS)
  const queue = [0]
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head] ?? 0
    const node = nodes[at]
    if (node === undefined) continue
    for (const set of nodes[node.fallback]?.sets ?? []) node.sets.add(set)
    for (let letter = 0; letter < LETTERS; letter++) {
      const byFallback = at === 0 ? 0 : (steps[node.fallback * LETTERS + letter] ?? 0)
      const next = node.next.get(letter)
      steps[at * LETTERS + letter] = next ?? byFallback
      if (next === undefined) continue
      const child = nodes[next]
      if (child !== undefined) child.fallback = byFallback
      queue.push(next)
    }
  }
  return steps
}
