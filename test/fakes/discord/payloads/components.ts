import { ComponentType } from 'discord.js'
import { asNumber, asObjects, asText, isGiven, isObject, type JsonObject } from '../json.ts'
import { listComponents } from '../validation/check-components.ts'

/** Turns a link of a component into what Discord says about the file behind it. */
export type ResolveMedia = (url: string) => JsonObject

type Finish = (
  component: JsonObject,
  finish: (child: JsonObject) => JsonObject,
  media: ResolveMedia,
) => JsonObject

const FINISHERS: Readonly<Record<number, Finish>> = {
  [ComponentType.ActionRow]: finishChildren,
  [ComponentType.StringSelect]: finishSelect,
  [ComponentType.UserSelect]: finishSelect,
  [ComponentType.RoleSelect]: finishSelect,
  [ComponentType.MentionableSelect]: finishSelect,
  [ComponentType.ChannelSelect]: finishSelect,
  [ComponentType.Section]: (section, finish, media) => ({
    ...finishChildren(section, finish, media),
    ...(isObject(section.accessory) ? { accessory: finish(section.accessory) } : {}),
  }),
  [ComponentType.Thumbnail]: (thumbnail, _, media) => finishMedia(thumbnail, 'media', media),
  [ComponentType.MediaGallery]: (gallery, _, media) => ({
    ...gallery,
    items: asObjects(gallery.items).map(item => finishMedia(item, 'media', media)),
  }),
  [ComponentType.File]: (file, _, media) => {
    const { description: __, ...finished } = finishMedia(file, 'file', media)
    return { ...finished, name: null, size: null }
  },
  [ComponentType.Separator]: separator => ({
    ...separator,
    spacing: separator.spacing ?? 1,
    divider: separator.divider ?? true,
  }),
  [ComponentType.Container]: (container, finish, media) => ({
    ...finishChildren(container, finish, media),
    accent_color: container.accent_color ?? null,
    spoiler: container.spoiler ?? false,
  }),
}

/** The components as Discord gives them back: each with an `id`, defaults filled in, fields that were null left out. */
export function finishComponents(value: unknown, media: ResolveMedia): readonly JsonObject[] {
  const taken = new Set(listComponents(value).map(component => asNumber(component.id, 0)))
  const nextId = createIdSource(taken)
  const finish = (component: JsonObject): JsonObject => {
    const given = asNumber(component.id, 0)
    const own = { ...withoutNull(component), id: given === 0 ? nextId() : given }
    return (FINISHERS[asNumber(component.type, 0)] ?? keep)(own, finish, media)
  }
  return asObjects(value).map(finish)
}

function createIdSource(taken: ReadonlySet<number>): () => number {
  let last = 0
  return () => {
    do last += 1
    while (taken.has(last))
    return last
  }
}

function keep(component: JsonObject): JsonObject {
  return component
}

function finishChildren(
  component: JsonObject,
  finish: (child: JsonObject) => JsonObject,
  _: ResolveMedia,
): JsonObject {
  return { ...component, components: asObjects(component.components).map(finish) }
}

function finishSelect(select: JsonObject): JsonObject {
  const { required: _, ...kept } = select
  const options = isGiven(select.options) ? { options: asObjects(select.options).map(withoutNull) } : {}
  return { ...kept, min_values: select.min_values ?? 1, max_values: select.max_values ?? 1, ...options }
}

function finishMedia(owner: JsonObject, key: 'media' | 'file', media: ResolveMedia): JsonObject {
  const given = owner[key]
  const url = isObject(given) ? asText(given.url) : ''
  return {
    ...owner,
    [key]: media(url),
    description: owner.description ?? null,
    spoiler: owner.spoiler ?? false,
  }
}

function withoutNull(component: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(component).filter(([, value]) => value !== null))
}
