import type { Changes } from './changes.ts'
import type { FakeClock } from './clock.ts'
import type { GatewayEvent } from './gateway/gateway-event.ts'
import type { Snowflakes } from './snowflakes.ts'
import type { World } from './world.ts'

/** What every part of the fake shares. */
export interface Core {
  readonly token: string
  readonly clock: FakeClock
  readonly ids: Snowflakes
  readonly world: World
  readonly changes: Changes
  /** Sends an event to every gateway session that may see it. */
  readonly publish: (event: GatewayEvent) => void
  /** Where the server listens, `http://127.0.0.1:PORT`. */
  readonly origin: () => string
}
