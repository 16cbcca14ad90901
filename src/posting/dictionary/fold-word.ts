const IS_PLAIN = /^[A-Za-z0-9]+$/
const KEEPS_ITS_PLUS = /^(?:c|g|objective-c|notepad)\+\+$/

/**
 * Splits one written word into the parts that dictionaries compare: lower case, without accents, apart at hyphens and slashes.
 * @example foldWord('Front-End') // ['front', 'end']
 */
export function foldWord(word: string): string[] {
  if (IS_PLAIN.test(word)) return [word.toLowerCase()]
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.split(/[\s/_‐-―-]+/u).flatMap(part => trimPart(part))
}

function trimPart(part: string): string[] {
  const bare = part.replace(/^[^\p{L}\p{N}.]+/u, '').replace(/[^\p{L}\p{N}+#]+$/u, '')
  const name = bare.endsWith('+') && !KEEPS_ITS_PLUS.test(bare) ? bare.replace(/\++$/, '') : bare
  return name === '' || name === '.' ? [] : [name]
}
