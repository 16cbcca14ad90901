import { describe, expect, it } from 'vitest'
import { isPrivateAddress } from '../../src/source/http-address.ts'

describe('isPrivateAddress', () => {
  it.each([
    ...['127.0.0.1', '10.0.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...[
      '224.0.0.1',
      '255.255.255.255',
      '198.18.0.1',
      '::',
      '::1',
      '::7f00:1',
      '::ffff:127.0.0.1',
      '::ffff:a00:1',
    ],
    ...['fe80::1', 'fd12::1', 'ff02::1', '64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', 'no address', ''],
  ])('holds %j back', address => {
    expect(isPrivateAddress(address)).toBe(true)
  })

  it.each(['93.184.215.14', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:93.184.215.14'])(
    'lets %s through',
    address => {
      expect(isPrivateAddress(address)).toBe(false)
    },
  )
})
