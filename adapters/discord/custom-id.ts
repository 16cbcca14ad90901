/** What a control of a message does: a plain press, one that a form answers, a menu, or the form itself. */
export type ControlKind = 'press' | 'opens' | 'menu' | 'form'

const LETTERS: Readonly<Record<ControlKind, string>> = { press: 'p', opens: 'o', menu: 'm', form: 'f' }

/** The `custom_id` of a control; its key is in the store. */
export function writeCustomId(kind: ControlKind, key: string): string {
  return `${LETTERS[kind]}:${key}`
}

/** What a `custom_id` stands for; null where it is none of ours. */
export function readCustomId(customId: string): { readonly kind: ControlKind; readonly key: string } | null {
  const [letter, key] = [customId.slice(0, 1), customId.slice(2)]
  const kind = KINDS.find(candidate => LETTERS[candidate] === letter)
  return kind && customId[1] === ':' && key !== '' ? { kind, key } : null
}

const KINDS: readonly ControlKind[] = ['press', 'opens', 'menu', 'form']
