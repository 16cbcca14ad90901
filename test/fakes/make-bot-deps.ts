import type { BotDeps } from '../../src/bot.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { createLog } from '../../src/log.ts'
import type { Store } from '../../src/store/store.ts'

/** What a bot needs, quiet and without admins, unless a test says otherwise. */
export function makeBotDeps(
  store: Store,
  catalog: () => Catalog | null,
  rest: Partial<BotDeps> = {},
): BotDeps {
  return {
    catalog,
    store,
    log: createLog('silent'),
    now: () => new Date('2026-06-01T09:00:00Z'),
    defaultCurrency: 'USD',
    admins: [],
    tellAdmins: async () => false,
    ...rest,
  }
}
