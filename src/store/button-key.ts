import { hash } from 'node:crypto'
import type { Action } from '../action.ts'

const KEY_LENGTH = 16

/**
 * The key of an action: 16 characters (96 bits) of A-Z, a-z, 0-9, - and _, the same wherever the action is the same.
 * @example computeButtonKey({ type: 'help' }) // '3Q9FfSksWA6208jq'
 */
export function computeButtonKey(action: Action): string {
  const fields = Object.entries(action).sort(([a], [b]) => (a < b ? -1 : 1))
  return hash('sha256', JSON.stringify(fields), 'base64url').slice(0, KEY_LENGTH)
}
