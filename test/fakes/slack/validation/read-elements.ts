import { asObjects, asText, isObject, type JsonObject } from '../../discord/json.ts'

/** Something that can be used, with the block that it is in. */
export interface PlacedElement {
  readonly element: JsonObject
  readonly blockId: string
  /** Whether the block is an input that tells the app of nothing before the form is sent. */
  readonly isQuiet: boolean
  readonly block: JsonObject
}

/** Every block, those inside carousels and containers included, each before its children. */
export function listBlocks(blocks: unknown): readonly JsonObject[] {
  return asObjects(blocks).flatMap(block => [
    block,
    ...(block.type === 'carousel' ? listBlocks(block.elements) : []),
    ...(block.type === 'container' ? listBlocks(block.child_blocks) : []),
  ])
}

/** Every element that people can use, in the order in which they see it. */
export function listElements(blocks: unknown): readonly PlacedElement[] {
  return listBlocks(blocks).flatMap(block => {
    const isQuiet = block.type === 'input' && block.dispatch_action !== true
    return readOwnElements(block).map(element => ({
      element,
      block,
      blockId: asText(block.block_id),
      isQuiet,
    }))
  })
}

/** The elements of one block, those of its children left out. */
export function readOwnElements(block: JsonObject): readonly JsonObject[] {
  const single = [block.accessory, block.element].filter(isObject)
  const row = block.type === 'actions' ? asObjects(block.elements) : []
  const buttons = block.type === 'card' ? asObjects(block.actions) : []
  return [...single, ...row, ...buttons].filter(({ type }) => type !== 'image')
}

/** All options of a menu, grouped ones included. */
export function listOptions(element: JsonObject): readonly JsonObject[] {
  const groups = asObjects(element.option_groups).flatMap(({ options }) => asObjects(options))
  return [...asObjects(element.options), ...groups]
}
