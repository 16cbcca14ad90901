/** What a control of a message does: a plain press, one that a form answers, one that a view shows, or a menu. */
export type ControlKind = 'press' | 'opens' | 'views' | 'menu'

const KINDS: readonly ControlKind[] = ['press', 'opens', 'views', 'menu']

/** The `action_id` of a control; its key is in the store. */
export function writeActionId(kind: ControlKind, key: string): string {
  return `${kind}:${key}`
}

/** What an `action_id` stands for; null where it is none of ours. */
export function readActionId(actionId: string): { readonly kind: ControlKind; readonly key: string } | null {
  const colon = actionId.indexOf(':')
  const kind = KINDS.find(candidate => candidate === actionId.slice(0, colon))
  const key = actionId.slice(colon + 1)
  return kind && key !== '' ? { kind, key } : null
}
