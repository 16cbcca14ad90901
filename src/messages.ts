import type { NotStated } from './answer/answer.ts'
import type { ConditionId } from './query/query.ts'

/** What a posting does not state, by condition: "3 do not state pay". */
export const LACKED_FACTS: Readonly<Record<ConditionId, string>> = {
  pay: 'pay',
  workplace: 'a workplace',
  place: 'a place',
  level: 'a level',
  skill: 'skills',
  topic: 'a kind of work',
  company: 'a company',
  employment: 'an employment type',
  experience: 'years of experience',
  degree: 'a degree',
  visa: 'a word about visas',
  language: 'a language',
  posted: 'a date',
  timezone: 'working hours or a time zone',
  either: 'one thing or the other',
  word: 'these words',
}

/** Every sentence the bot says, in one place. Numbers are counts of postings. */
export const MESSAGES = {
  welcome: 'You are welcome!',
  understoodNothing: 'I understood none of these words as a question about jobs.',
  allPostings: 'all postings',
  notUnderstood: 'Not understood:',
  nearest: (word: string) => `did you mean “${word}”?`,
  sample: 'SAMPLE',
  viaSource: (name: string) => `via ${name}`,
  counted: (total: number, size: number) =>
    total === 0
      ? `None of ${plural(size, 'posting')} matches all of this.`
      : `${total.toLocaleString('en-US')} of ${plural(size, 'posting')} ${total === 1 ? 'matches' : 'match'}.`,
  page: (from: number, to: number, total: number) => `Showing ${from}–${to} of ${total}.`,
  notStated: (total: number, parts: readonly NotStated[]) =>
    `${total} more would fit but ${total === 1 ? 'lacks' : 'lack'} facts: ${parts
      .map(part => `${part.total} ${part.total === 1 ? 'does' : 'do'} not state ${LACKED_FACTS[part.id]}`)
      .join(', ')}.`,
  leftOutClosed: (total: number) =>
    `${plural(total, 'closed posting')} left out; add “include closed” to see them.`,
  leftOutOld: (total: number) => `${plural(total, 'old posting')} left out; add “include old” to see them.`,
  changeHint: 'What would change that:',
  suggestion: (label: string, total: number) => `${label} (${total})`,
  more: (rest: number) => `More (${rest})`,
  details: 'Details',
  search: 'Search',
  inItsWords: 'In its own words:',
  notSaid: 'The posting does not say.',
  sameElsewhere: (total: number) =>
    `${plural(total, 'more posting')} ${total === 1 ? 'says' : 'say'} the same.`,
  whichOne: 'Which one?',
  continues: (note: string) => `${note} · “start over” begins anew`,
  refine: 'Refine…',
  dropMenu: 'Drop a condition',
  letInMenu: 'Let in what is not stated',
  sortMenu: 'Sort',
  without: (label: string) => `without ${label}`,
  letIn: (fact: string, total: number) =>
    `also ${total} that ${total === 1 ? 'does' : 'do'} not state ${fact}`,
  sortOrders: {
    relevance: 'best match first',
    pay: 'highest pay first',
    'lowest-pay': 'lowest pay first',
    newest: 'newest first',
  },
  leftOutDismissed: (total: number) => `${plural(total, 'posting')} left out that you are not interested in.`,
  aboutYearly: (range: string, asOf: string) => `about ${range} a year (rates of ${asOf})`,
  matches: (reasons: readonly string[]) => `✓ ${reasons.join(' · ')}`,
  apply: 'Apply',
  back: 'Back',
  edit: 'Edit',
  editTitle: 'Change the question',
  editLabel: 'Question',
  share: 'Share in channel',
  shared: (question: string) => `Shared: “${question}”`,
  tryInstead: 'Try instead',
  narrow: 'Narrow',
  narrowOrTry: 'Narrow, or try instead',
  only: (label: string, total: number) => `only ${label} (${total.toLocaleString('en-US')})`,
  resultsChanged: 'The postings changed since this list was made, so it cannot go on where it stopped.',
  askAgain: 'Ask again',
  statsTitle: (size: number) => `${plural(size, 'posting')} to ask about`,
  noPostings: 'There are no postings yet.',
  noPostingsFix:
    'An admin adds a board, feed or page with the command “admin sources add”, or a folder by setting ROLECALL_DATA to its path and starting Rolecall again.',
  nothingListed:
    'There is no list to go on from yet. Ask a question first, such as “remote backend jobs over 150k”.',
  noSuchNumber: 'The last list has no posting with that number.',
  nothingMore: 'That was all of them.',
  noQuestion: 'No words reached me. Ask in plain words, such as “remote backend jobs over 150k”.',
  askLikeThis: 'Ask in plain words, such as “remote backend jobs over 150k”; “help” shows more.',
  gone: 'This posting is no longer there: the postings were reloaded since. Ask again for the current ones.',
  stale: 'This button is older than seven days. Ask again for current postings.',
  failed: (reference: string) =>
    `Something went wrong on our side. An admin finds the cause under ${reference}.`,
  helpTitle: 'Ask about jobs in plain words',
  helpExamples: [
    'remote ML infra roles over 200k',
    'senior backend in Berlin or Munich, not PHP',
    'hybrid data jobs in the UK from £70k',
    'staff+ platform, at most 8 years',
    'contract react, at least $80 an hour',
    'sponsors visas, python',
    'how many remote go jobs?',
  ],
  helpConditions: 'What a question can ask for',
  helpMore: 'More than lists',
  /** A question and what it gives. */
  helpMoreExamples: [
    ['how many remote go jobs?', 'a count'],
    ['median pay for senior backend in the US', 'median, quartiles, and how many state no pay'],
    ['which companies hire for rust?', 'counts by company, skill, place or level'],
    ['highest paying data jobs', 'another order; also “newest …” and “top 10 …”'],
    ['does the Netflix role need a degree?', 'an answer about one posting, quoted word for word'],
    ['only the senior ones', 'goes on from the answer before; also “and in Europe?”, “drop remote”'],
    ['I am in Poland', 'is remembered for you until “forget”'],
  ] as const,
  helpCommands: 'Besides questions:',
  helpReceipt:
    'Every answer says how it read the question. What a posting does not state is counted, never guessed: add “or not stated” to see those too.',
  /** On a short card; the details say both. */
  contradictionMark: (field: string) => `states two different things about its ${field}`,
  zonesMark: 'pay differs by place or level',
  contradiction: (field: string, values: readonly string[]) =>
    `says two things about its ${field}: ${values.join(' / ')}`,
} as const

/** "1 posting", "2 postings". */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`
}
