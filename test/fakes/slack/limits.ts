/**
 * Slack's limits in one table, read in November 2026. Lengths are counted in UTF-16 units, which never allows more
 * than Slack does. Sources, by the names used below:
 * - types: doc comments of @slack/types 3.2 (block-kit/blocks, block-elements, composition-objects; views)
 * - docs: https://docs.slack.dev, the page of the block, method or surface
 * - seen: reported by others and not written in Slack's documentation (bolt-js #2509; slackblocks 2.7)
 */
export const SLACK_LIMITS = {
  message: {
    blocks: 50, // docs: reference/block-kit/blocks
    text: 40_000, // docs: chat.postMessage (longer texts are cut; here they are refused)
    updateText: 4_000, // docs: chat.update, msg_too_long
    scheduleMs: 120 * 86_400_000, // docs: chat.scheduleMessage
    markdownText: 12_000, // docs: chat.postMessage, markdown_text
    blockText: 13_200, // seen: bolt-js #2509, msg_blocks_too_long
    tableCharacters: 10_000, // docs: table-block and data-table-block, all cells of a message together
    tables: 1, // docs: table-block
  },
  view: {
    blocks: 100, // types: views
    title: 24, // types: views, also submit and close
    privateMetadata: 3_000, // types: views
    callbackId: 255, // types: views
    externalId: 255, // docs: reference/views
    depth: 3, // docs: surfaces/modals
    bytes: 250_000, // docs: views.open, view_too_large
  },
  id: 255, // types: block_id and action_id
  plainText: 3_000, // types: composition-objects, every text object
  section: { text: 3_000, fields: 10, field: 2_000 }, // types
  header: 150, // types
  context: 10, // types
  actions: 25, // types
  image: { url: 3_000, alt: 2_000, title: 2_000 }, // types (block), docs (url)
  markdown: 12_000, // types
  card: {
    title: 150, // types
    subtitle: 150, // types
    body: 200, // types
    actions: 3, // seen: slackblocks
  },
  carousel: 10, // types
  alert: 200, // seen: slackblocks
  table: { rows: 100, columns: 20 }, // types
  dataTable: { rows: 101, rowsAtLeast: 2, columns: 20, pageSize: 100 }, // docs: data-table-block
  container: { title: 150, subtitle: 150, children: 10 }, // types
  input: { label: 2_000, hint: 2_000 }, // types
  button: { text: 75, value: 2_000, url: 3_000, label: 75 }, // types
  option: { text: 75, value: 150, description: 75, url: 3_000 }, // types; value: docs (75 in types)
  select: { options: 100, groups: 100, placeholder: 150 }, // types
  overflow: { options: 5, optionsAtLeast: 1 }, // types
  choices: 10, // types: checkboxes and radio_buttons
  textInput: 3_000, // types: plain_text_input min_length, docs: max_length
  confirm: { title: 100, text: 300, button: 30 }, // types
  interaction: {
    ackMs: 3_000, // docs: interactivity
    triggerMs: 3_000, // docs: interactivity
    responseUrlUses: 5, // docs: interactivity/handling-user-interaction
    responseUrlMs: 30 * 60_000, // the same
  },
  event: { ackMs: 3_000, retriesAfterMs: [0, 60_000, 300_000] }, // docs: apis/events-api, retries
  sockets: 10, // docs: apis/events-api/using-socket-mode
} as const
