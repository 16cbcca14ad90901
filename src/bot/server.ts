import type { ActionOf } from '../action.ts'
import { SERVER_MESSAGES as MESSAGES } from '../messages/server-messages.ts'
import type { Request, ServerSettings } from '../platform.ts'
import type { FormField, FormValues } from '../reply.ts'
import {
  answerBeside,
  type Draft,
  type Handlers,
  readField,
  sayDone,
  sayProblem,
  type Turn,
} from './handler.ts'

/** Of a server that nobody has changed: answers are private, and the bot speaks wherever it is spoken to. */
export const DEFAULT_SERVER_SETTINGS: ServerSettings = {
  answers: 'asker',
  channels: [],
  listens: [],
}

/** What the bot does in one server, for whoever manages it. */
export const SERVER_HANDLERS: Handlers<'server-settings'> = {
  'server-settings': { audience: 'server-manager', run: openSettings, submit: saveSettings },
}

function readServerId({ place }: Request): string | null {
  return place?.serverId == null ? null : `${place.platform}:${place.serverId}`
}

async function openSettings(
  { deps, request, now }: Turn,
  action: ActionOf<'server-settings'>,
): Promise<Draft> {
  const serverId = readServerId(request)
  if (serverId === null) return sayProblem(request, MESSAGES.none)
  const settings = (await deps.store.servers.load(serverId)) ?? DEFAULT_SERVER_SETTINGS
  const key = await deps.store.buttons.save(action, now)
  const { title, keep: submit } = MESSAGES
  const fields = makeFields(settings)
  return { ...answerBeside(request), blocks: [{ type: 'form', key, title, submit, fields }] }
}

function makeFields({ answers, channels, listens }: ServerSettings): readonly FormField[] {
  return [
    {
      type: 'choice',
      name: 'answers',
      label: MESSAGES.answers,
      hint: null,
      isRequired: true,
      isMultiple: false,
      chosen: [answers],
      options: Object.entries(MESSAGES.answersTo).map(([value, label]) => ({ value, label })),
    },
    {
      type: 'channels',
      name: 'channels',
      label: MESSAGES.channels,
      hint: MESSAGES.channelsHint,
      isRequired: false,
      chosen: channels,
    },
    {
      type: 'channels',
      name: 'listens',
      label: MESSAGES.listens,
      hint: MESSAGES.listensHint,
      isRequired: false,
      chosen: listens,
    },
  ]
}

async function saveSettings(
  { deps, request, now }: Turn,
  _: ActionOf<'server-settings'>,
  values: FormValues,
): Promise<Draft> {
  const serverId = readServerId(request)
  if (serverId === null) return sayProblem(request, MESSAGES.none)
  const settings: ServerSettings = {
    answers: readField(values, 'answers') === 'place' ? 'place' : 'asker',
    channels: values.channels ?? [],
    listens: values.listens ?? [],
  }
  await deps.store.servers.save(serverId, settings, now)
  const isDeaf = settings.listens.length > 0 && deps.deafOn?.includes(request.place?.platform ?? '') === true
  return sayDone(request, MESSAGES.saved, ...(isDeaf ? [MESSAGES.deaf] : []))
}
