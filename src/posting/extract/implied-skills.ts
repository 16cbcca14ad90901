/** Beginnings of names that name a second skill as well: "AWS Redshift" is said of both. */
const IMPLIED: readonly (readonly [beginning: RegExp, name: string])[] = [
  [/^aws /i, 'aws'],
  [/^(?:gcp|google cloud) /i, 'gcp'],
  [/^azure /i, 'azure'],
  [/^ruby[ -]on[ -]rails|^ror$/i, 'ruby'],
]

/**
 * The skill that a written name implies beside its own; null where it implies none.
 * @example impliedSkill('Ruby on Rails') // 'ruby'
 */
export function impliedSkill(written: string): string | null {
  return IMPLIED.find(([beginning]) => beginning.test(written))?.[1] ?? null
}
