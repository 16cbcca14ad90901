import { z } from 'zod'
import { ACTION_SCHEMAS, type Action } from '../action.ts'
import {
  type DeliveryBody,
  deliveryBodySchema,
  type PostingOutcome,
  postingOutcomeSchema,
} from '../alert/delivery.ts'
import { subscriptionBodySchema, targetSchema } from '../alert/subscription.ts'
import type { CommandCall } from '../commands.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { ServerSettings, Target } from '../platform.ts'
import type { KeptPosting } from '../posting/kept-posting.ts'
import type { Reply } from '../reply.ts'
import type { AuditEntry, CatalogVersion } from './store.ts'

const conversationSchema: z.ZodType<Conversation> = z.object({
  question: z.string(),
  nextOffset: z.int().nonnegative(),
  listedIds: z.array(z.string()),
  revision: z.string().exactOptional(),
  lastShownId: z.string().exactOptional(),
})

const keptPostingSchema: z.ZodType<KeptPosting> = z.object({
  postingId: z.string(),
  title: z.string(),
  company: z.string().nullable(),
  url: z.string().nullable(),
})

const serverSettingsSchema: z.ZodType<ServerSettings> = z.object({
  answers: z.enum(['asker', 'place']),
  channels: z.array(z.string()),
  listens: z.array(z.string()),
})

const auditBodySchema: z.ZodType<Pick<AuditEntry, 'place' | 'detail'>> = z.object({
  place: z
    .object({ platform: z.string(), serverId: z.string().nullable(), channelId: z.string() })
    .nullable(),
  detail: z.unknown(),
})

const count = z.int().nonnegative()

const versionBodySchema: z.ZodType<VersionBody> = z.object({
  cause: z.enum(['start', 'reload', 'undo']),
  size: count,
  sources: z.array(z.object({ id: z.string(), name: z.string(), postings: count, rejected: count })),
  added: count,
  changed: count,
  gone: count,
})

const commandCallSchema = z.object({ id: z.string(), values: z.record(z.string(), z.string()) })

/** Blocks are drawn by their type, and those of an unknown type not at all, so that the list is enough to know. */
const replySchema = z.custom<Reply>(
  value => z.object({ blocks: z.array(z.looseObject({ type: z.string() })) }).safeParse(value).success,
)

const actionSchema: z.ZodType<Action> = z.union(Object.values(ACTION_SCHEMAS))

/** Reads a conversation out of the store; null when this version does not understand it. */
export function parseConversation(json: string): Conversation | null {
  return parseStored(conversationSchema, json)
}

/** Reads an action out of the store; null when this version does not understand it. */
export function parseAction(json: string): Action | null {
  return parseStored(actionSchema, json)
}

/** Reads a posting as somebody kept it; null when this version does not understand it. */
export function parseKeptPosting(json: string): KeptPosting | null {
  return parseStored(keptPostingSchema, json)
}

/** Reads the settings of a server; null when this version does not understand them. */
export function parseServerSettings(json: string): ServerSettings | null {
  return parseStored(serverSettingsSchema, json)
}

/** Reads what belongs to an entry of the audit; without particulars when this version does not understand them. */
export function parseAuditBody(json: string): Pick<AuditEntry, 'place' | 'detail'> {
  return parseStored(auditBodySchema, json) ?? { place: null, detail: null }
}

/** What belongs to a version besides its columns. */
export type VersionBody = Omit<CatalogVersion, 'at' | 'memberId' | 'revision'>

/** Reads what belongs to a version of the catalog; null when this version does not understand it. */
export function parseVersionBody(json: string): VersionBody | null {
  return parseStored(versionBodySchema, json)
}

/** Reads a command; its id may be that of another version of the program. Null where it is none. */
export function parseCommandCall(json: string): CommandCall | null {
  return parseStored(commandCallSchema, json) as CommandCall | null
}

/** Reads a reply; null when this version does not understand it. */
export function parseReply(json: string): Reply | null {
  return parseStored(replySchema, json)
}

function parseStored<T>(schema: z.ZodType<T>, json: string): T | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}

/** Reads question, target and options of a subscription; null when this version does not understand them. */
export function parseSubscriptionBody(json: string): z.infer<typeof subscriptionBodySchema> | null {
  return parseStored(subscriptionBodySchema, json)
}

/** Reads a list of numbers; empty when it is none. */
export function parseNumbers(json: string): readonly number[] {
  const values = parseJson(json)
  // By hand: a hundred thousand of them are read where everything is looked through.
  return Array.isArray(values) && values.every(value => typeof value === 'number') ? values : []
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** Reads a place to post to; one of no platform, where nothing can be posted, when this version does not understand it. */
export function parseTarget(json: string): Target {
  return parseStored(targetSchema, json) ?? { type: 'channel', platform: '', serverId: null, channelId: '' }
}

/** Reads what is kept of a delivery; one without reasons when this version does not understand it. */
export function parseDeliveryBody(json: string): DeliveryBody {
  return parseStored(deliveryBodySchema, json) ?? { reasons: [], title: '', company: null, url: null }
}

/** Reads what became of a posting; null when this version does not understand it. */
export function parsePostingOutcome(json: string): PostingOutcome | null {
  return parseStored(postingOutcomeSchema, json)
}
