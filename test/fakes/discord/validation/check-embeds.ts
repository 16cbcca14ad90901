import { asObjects, asText, isObject, type JsonObject } from '../json.ts'
import { DISCORD_LIMITS } from '../limits.ts'
import { checkCount, checkText, walkObjects } from './check-fields.ts'
import type { FormIssues, FormPath } from './form-issues.ts'

const LIMITS = DISCORD_LIMITS.embed

/** Reports embeds over Discord's limits, each and all together. */
export function checkEmbeds(issues: FormIssues, value: unknown): void {
  const { embeds, embedCharacters } = DISCORD_LIMITS.message
  checkCount(issues, ['embeds'], value, 0, embeds)
  for (const [embed, path] of walkObjects(issues, ['embeds'], value)) checkEmbed(issues, path, embed)
  const characters = asObjects(value).reduce((sum, embed) => sum + countCharacters(embed), 0)
  if (characters > embedCharacters)
    issues.add(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${embedCharacters}`)
}

function checkEmbed(issues: FormIssues, path: FormPath, embed: JsonObject): void {
  checkText(issues, [...path, 'title'], embed.title, { max: LIMITS.title })
  checkText(issues, [...path, 'description'], embed.description, { max: LIMITS.description })
  checkText(issues, [...path, 'footer', 'text'], readPart(embed.footer, 'text'), { max: LIMITS.footer })
  checkText(issues, [...path, 'author', 'name'], readPart(embed.author, 'name'), { max: LIMITS.author })
  checkCount(issues, [...path, 'fields'], embed.fields, 0, LIMITS.fields)
  for (const [field, fieldPath] of walkObjects(issues, [...path, 'fields'], embed.fields)) {
    checkText(issues, [...fieldPath, 'name'], field.name, { max: LIMITS.fieldName, required: true })
    checkText(issues, [...fieldPath, 'value'], field.value, { max: LIMITS.fieldValue, required: true })
  }
}

function countCharacters(embed: JsonObject): number {
  const texts = [
    embed.title,
    embed.description,
    readPart(embed.footer, 'text'),
    readPart(embed.author, 'name'),
  ]
  const fields = asObjects(embed.fields).flatMap(field => [field.name, field.value])
  return [...texts, ...fields].reduce<number>((sum, text) => sum + asText(text).length, 0)
}

function readPart(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined
}
