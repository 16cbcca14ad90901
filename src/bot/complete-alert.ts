import { foldText } from '../catalog/split-words.ts'
import { listVisible } from './alert-rights.ts'
import type { Turn } from './handler.ts'

const MOST_CHOICES = 25
const CHOICE_CHARACTERS = 90

/** The alerts that somebody who is still typing may mean, each beginning with its id. */
export async function completeAlert(turn: Turn, text: string): Promise<readonly string[]> {
  const { alerts } = turn.deps
  const { member, place } = turn.request
  if (!alerts || !member || !place) return []
  const typed = foldText(text.trim())
  const names = (await listVisible({ ...turn, alerts, member, place })).map(({ id, question }) =>
    [...`${id} ${question}`].slice(0, CHOICE_CHARACTERS).join(''),
  )
  return names.filter(name => foldText(name).includes(typed)).slice(0, MOST_CHOICES)
}
