/** Where in a body: keys and list positions from the top. */
export type FormPath = readonly (string | number)[]

/** Collects what is wrong with a body and nests it as Discord's error 50035 does. */
export interface FormIssues {
  readonly add: (path: FormPath, code: string, message: string) => void
  readonly count: () => number
  /** `{ content: { _errors: [{ code, message }] } }` */
  readonly nested: () => Readonly<Record<string, unknown>>
}

interface IssueNode {
  readonly children: Map<string, IssueNode>
  readonly errors: { readonly code: string; readonly message: string }[]
}

/** Makes an empty collection of issues. */
export function createFormIssues(): FormIssues {
  const root = createNode()
  let count = 0
  return {
    add: (path, code, message) => {
      count += 1
      findNode(root, path).errors.push({ code, message })
    },
    count: () => count,
    nested: () => renderNode(root),
  }
}

function createNode(): IssueNode {
  return { children: new Map(), errors: [] }
}

function findNode(root: IssueNode, path: FormPath): IssueNode {
  return path.reduce<IssueNode>((node, key) => {
    const child = node.children.get(String(key)) ?? createNode()
    node.children.set(String(key), child)
    return child
  }, root)
}

function renderNode(node: IssueNode): Readonly<Record<string, unknown>> {
  const children = [...node.children].map(([key, child]) => [key, renderNode(child)] as const)
  const own = node.errors.length > 0 ? { _errors: node.errors } : {}
  return { ...own, ...Object.fromEntries(children) }
}
