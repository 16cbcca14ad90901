import { asText, isObject, type JsonObject } from '../../discord/json.ts'
import { listElements, listOptions, type PlacedElement } from '../validation/read-elements.ts'

/**
 * The element that somebody means by its label, its `action_id`, or its block.
 * @throws Error listing what there is
 */
export function findElement(
  blocks: unknown,
  wanted: string,
  types: (type: string) => boolean,
): PlacedElement {
  const usable = listElements(blocks).filter(({ element }) => types(asText(element.type)))
  const found =
    usable.find(({ element }) => element.action_id === wanted) ??
    usable.find(placed => readLabel(placed) === wanted) ??
    usable.find(({ blockId }) => blockId === wanted)
  if (found !== undefined) return found
  const names = usable.map(placed => `${readLabel(placed)} (${asText(placed.element.action_id)})`)
  throw new Error(`no element "${wanted}"; there are: ${names.join(', ')}`)
}

/** What people read on an element. */
export function readLabel({ element, block }: PlacedElement): string {
  const labels = [element.text, block.type === 'input' ? block.label : undefined, element.placeholder]
  const label = labels.find(isObject)
  return asText(label?.text)
}

/**
 * The option that somebody means by its text or value.
 * @throws Error listing what there is
 */
export function findOption(element: JsonObject, wanted: string): JsonObject {
  const options = listOptions(element)
  const read = (option: JsonObject) => (isObject(option.text) ? asText(option.text.text) : '')
  const found = options.find(option => option.value === wanted || read(option) === wanted)
  if (found !== undefined) return found
  throw new Error(`no option "${wanted}"; there are: ${options.map(read).join(', ')}`)
}
