import type { Audience } from '../commands.ts'
import { plural } from '../messages.ts'

/** What the bot says about what members keep, dismiss and report, and about who may do what. */
export const MEMBER_MESSAGES = {
  save: 'Save',
  unsave: 'Remove from saved',
  dismiss: 'Not interested',
  report: 'Report…',
  undo: 'Undo',
  saved: (title: string) => `Saved “${title}”. The word “saved” lists what you saved.`,
  unsaved: 'It is no longer among your saved postings.',
  dismissed: (title: string) => `“${title}” is left out of the answers that only you see.`,
  undismissed: 'It can appear in your answers again.',
  savedTitle: (total: number) => `${plural(total, 'saved posting')}`,
  nothingSaved: 'You saved nothing yet. “Details” of a posting has a button for it.',
  noLongerThere: 'no longer among the postings',
  needsMember: 'I keep such things only for people with an account, in Discord or Slack.',
  placeKept: (place: string) =>
    `I keep in mind that you are ${place}: questions that name no place ask for it. Say “forget” to drop it.`,
  placeForgotten: 'I no longer know where you are.',
  startedOver: 'Forgotten. What are you looking for?',
  reportTitle: 'Report a posting',
  reportSend: 'Report',
  reportWhat: 'What is wrong?',
  reportKinds: {
    closed: 'It is closed',
    misread: 'It was read wrongly (pay, place, workplace, …)',
    fraud: 'It is a scam, or not a job',
    offensive: 'It is offensive',
    other: 'Something else',
  } as Readonly<Record<string, string>>,
  reportMore: 'What should the admins know?',
  reported: (kind: string) => `Report: ${kind}`,
  reportFix: (postingId: string, path: string, memberId: string) =>
    `Posting ${postingId}, ${path}. Reported by ${memberId}.`,
  reportHeard: 'Thank you. The admins were told.',
  reportKept: 'Thank you. The report is kept for the admins; they have no channel that hears of it at once.',
  forbidden: (audience: Audience, memberId: string): readonly string[] =>
    audience === 'admin'
      ? [
          'Only admins of this bot may do that.',
          `Whoever hosts it can make you one by adding ${memberId} to the setting ROLECALL_ADMINS.`,
        ]
      : [
          'Only people who manage this server may do that.',
          'In Discord that takes the permission Manage Server, in Slack an admin of the workspace.',
        ],
} as const
