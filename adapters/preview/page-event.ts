import { z } from 'zod'

const message = z.object({
  id: z.string(),
  place: z.enum(['direct', 'channel']),
  isEphemeral: z.boolean(),
})

/** What somebody did in one of the two conversations of the page. */
export const pageEventSchema = z.intersection(
  z.object({ platform: z.enum(['discord', 'slack']) }),
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('say'), text: z.string().max(4000) }),
    z.object({
      type: z.literal('press'),
      id: z.string().max(400),
      /** What was picked from a menu; null for a button. */
      picked: z.string().nullable(),
      /** The message that holds the control; null in a window. */
      message: message.nullable(),
      /** What the window keeps that holds the control; null in a message. */
      metadata: z.string().nullable(),
    }),
    z.object({
      type: z.literal('submit'),
      metadata: z.string(),
      /** What was filled in, by the names of the inputs. */
      values: z.record(z.string(), z.array(z.string())),
      /** The message whose button opened the form; null where none did. */
      message: message.nullable(),
    }),
    z.object({ type: z.literal('show'), example: z.string() }),
  ]),
)

export type PageEvent = z.infer<typeof pageEventSchema>
export type EventOf<T extends PageEvent['type']> = Extract<PageEvent, { readonly type: T }>
export type MessageRef = z.infer<typeof message>

/** What the page shows next. */
export type Effect =
  | {
      readonly type: 'post'
      readonly message: MessageRef
      readonly author: 'you' | 'bot'
      readonly html: string
    }
  | { readonly type: 'replace'; readonly id: string; readonly html: string }
  | { readonly type: 'window'; readonly html: string }

/** Shows something in the page. */
export type Show = (effect: Effect) => void
