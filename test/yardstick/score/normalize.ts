/** Spellings that mean the same, so that the score is about reading and not about names. */
const SKILL_SPELLINGS: Readonly<Record<string, string>> = {
  golang: 'go',
  postgres: 'postgresql',
  node: 'node.js',
  nodejs: 'node.js',
  reactjs: 'react',
  'react.js': 'react',
  vuejs: 'vue',
  'vue.js': 'vue',
  js: 'javascript',
  ts: 'typescript',
  k8s: 'kubernetes',
  'ruby on rails': 'rails',
  'amazon web services': 'aws',
  'google cloud': 'gcp',
  'google cloud platform': 'gcp',
  'spring boot': 'spring',
  'apache kafka': 'kafka',
  'apache spark': 'spark',
  'apache airflow': 'airflow',
  'microsoft sql server': 'sql server',
  html5: 'html',
  css3: 'css',
}
const COMPANY_FORMS = new Set(['inc', 'llc', 'ltd', 'gmbh', 'the', 'corp', 'co'])

/** Lower case, without accents. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The words of a text, folded; "+" and "#" belong to words (C++, C#). */
export function toWords(text: string): string[] {
  return fold(text)
    .replaceAll('&', ' and ')
    .split(/[^a-z0-9+#]+/)
    .filter(word => word !== '')
}

/** A company's name without its legal form. */
export function normalizeCompany(name: string | null): string {
  return toWords(name ?? '')
    .filter(word => !COMPANY_FORMS.has(word))
    .join(' ')
}

export function normalizeSkill(name: string): string {
  const folded = fold(name).trim()
  return SKILL_SPELLINGS[folded] ?? folded
}

/** Letters and digits with single spaces between: what a quote must share with the text. */
export function toPlainText(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Counts of a field or an answer: right, wrongly there, missing. */
export interface Tally {
  right: number
  wrong: number
  missed: number
}

/** The harmonic mean of precision and recall, 0 to 1; 1 where there was nothing to find and nothing was found. */
export function computeF1({ right, wrong, missed }: Readonly<Tally>): number {
  if (right + wrong + missed === 0) return 1
  return (2 * right) / (2 * right + wrong + missed)
}
