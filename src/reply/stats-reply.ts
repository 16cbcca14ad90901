import { MESSAGES } from '../messages.ts'
import type { Posting } from '../posting/posting.ts'
import { styled, textBlock } from '../reply.ts'
import type { BlockDraft } from './draft.ts'
import { nameCountry, nameSkill, nameTopic } from './name-values.ts'

const SHOWN_VALUES = 8

/** Sums up what the postings are: sources, kinds of work, skills, countries, and how many state pay. */
export function makeStatsReply(postings: readonly Posting[]): readonly BlockDraft[] {
  const stating = postings.filter(posting => posting.salary !== null).length
  const facts = [
    { label: 'Sources', value: describeMost(postings.map(posting => posting.sourceName)) },
    {
      label: 'Work',
      value: describeMost(
        postings.flatMap(posting => posting.topics),
        nameTopic,
      ),
    },
    {
      label: 'Skills',
      value: describeMost(
        postings.flatMap(({ skills }) => skills),
        nameSkill,
      ),
    },
    {
      label: 'Countries',
      value: describeMost(
        postings.flatMap(({ countries }) => countries),
        nameCountry,
      ),
    },
    { label: 'Pay', value: `stated by ${stating.toLocaleString('en-US')}` },
  ]
  return [
    textBlock('heading', styled('strong', MESSAGES.statsTitle(postings.length))),
    { type: 'facts', facts: facts.filter(fact => fact.value !== '') },
  ]
}

/** The most frequent values with their counts: "backend 12, data 3". */
function describeMost(values: readonly string[], name = (value: string) => value): string {
  const totals = new Map<string, number>()
  for (const value of values) totals.set(value, (totals.get(value) ?? 0) + 1)
  return [...totals]
    .sort(([a, totalA], [b, totalB]) => totalB - totalA || (a < b ? -1 : 1))
    .slice(0, SHOWN_VALUES)
    .map(([value, total]) => `${name(value)} ${total.toLocaleString('en-US')}`)
    .join(', ')
}
