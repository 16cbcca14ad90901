import { z } from 'zod'
import type { Conversation } from '../conversation/conversation.ts'
import type { Action } from '../reply.ts'

const conversationSchema: z.ZodType<Conversation> = z.object({
  question: z.string(),
  nextOffset: z.int().nonnegative(),
  listedIds: z.array(z.string()),
  revision: z.string().exactOptional(),
})

/** One schema for each type of action, so that the compiler asks for the schema of a new one. */
const ACTION_SCHEMAS = {
  search: z.object({
    type: z.literal('search'),
    question: z.string(),
    offset: z.int().nonnegative(),
    revision: z.string().exactOptional(),
    asker: z.string().exactOptional(),
  }),
  show: z.object({
    type: z.literal('show'),
    postingId: z.string(),
    question: z.string().exactOptional(),
  }),
  share: z.object({ type: z.literal('share'), question: z.string(), offset: z.int().nonnegative() }),
  edit: z.object({ type: z.literal('edit'), question: z.string(), asker: z.string().exactOptional() }),
  help: z.object({ type: z.literal('help') }),
  stats: z.object({ type: z.literal('stats') }),
} satisfies { [T in Action['type']]: z.ZodType<Extract<Action, { type: T }>> }

const actionSchema: z.ZodType<Action> = z.union(Object.values(ACTION_SCHEMAS))

/** Reads a conversation out of the store; null when this version does not understand it. */
export function parseConversation(json: string): Conversation | null {
  return parseStored(conversationSchema, json)
}

/** Reads an action out of the store; null when this version does not understand it. */
export function parseAction(json: string): Action | null {
  return parseStored(actionSchema, json)
}

function parseStored<T>(schema: z.ZodType<T>, json: string): T | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}
