import type { APIAttachment } from 'discord.js'
import type { Core } from './core.ts'
import { DiscordError } from './discord-error.ts'
import { asObjects, asText, isGiven, type JsonObject } from './json.ts'
import { createFormIssues } from './validation/form-issues.ts'
import type { StoredFile } from './world.ts'

/** A file of a request; `index` is the n of `files[n]`. */
export interface UploadedFile extends StoredFile {
  readonly index: number
}

/** Where files of messages can be fetched. */
export const ATTACHMENT_PATH = '/attachments/'

/** Keeps the files of a request and describes them as attachments of a message. */
export function storeFiles(
  core: Core,
  channelId: string,
  files: readonly UploadedFile[],
  described: unknown,
): readonly APIAttachment[] {
  return files.map(file => {
    const id = core.ids.next()
    const path = `${ATTACHMENT_PATH}${channelId}/${id}/${encodeURIComponent(file.name)}`
    core.world.files.set(path, file)
    const description = asObjects(described).find(
      entry => asText(entry.id) === String(file.index),
    )?.description
    return {
      id,
      filename: file.name,
      size: file.bytes.byteLength,
      content_type: file.type,
      url: core.origin() + path,
      proxy_url: core.origin() + path,
      ...(isGiven(description) ? { description: asText(description) } : {}),
    }
  })
}

/**
 * What Discord says about the file behind a link of a component.
 * @throws {DiscordError} 50035 when `attachment://` names a file that is not there
 */
export function resolveMedia(core: Core, attachments: readonly APIAttachment[], url: string): JsonObject {
  if (!url.startsWith('attachment://')) return { id: core.ids.next(), url, proxy_url: url }
  const attachment = attachments.find(({ filename }) => `attachment://${filename}` === url)
  if (attachment === undefined) throw new DiscordError(50035, { errors: nestMissing(url) })
  return {
    id: core.ids.next(),
    url: attachment.url,
    proxy_url: attachment.proxy_url,
    content_type: attachment.content_type ?? null,
    attachment_id: attachment.id,
  }
}

function nestMissing(url: string): JsonObject {
  const issues = createFormIssues()
  issues.add(
    ['components'],
    'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    `Referenced attachment was not found: ${url}`,
  )
  return issues.nested()
}
