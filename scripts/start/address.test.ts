import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { freePort } from '@/db/embedded/server'
import { addressOf, isFree } from './address'

describe('addressOf', () => {
  it.each([
    [{ HOST: '127.0.0.1', PORT: 3000 }, 'http://localhost:3000'],
    [{ HOST: '0.0.0.0', PORT: 80 }, 'http://localhost:80'],
    [{ HOST: '10.1.2.3', PORT: 3000 }, 'http://10.1.2.3:3000'],
    [{ HOST: 'fd00::1', PORT: 3000 }, 'http://[fd00::1]:3000'],
    [{ HOST: '0.0.0.0', PORT: 3000, REBOUND_URL: 'https://rebound.acme.com' }, 'https://rebound.acme.com'],
  ])('%o', (settings, address) => {
    expect(addressOf({ REBOUND_URL: undefined, ...settings })).toBe(address)
  })
})

describe('isFree', () => {
  it('tells a taken port from a free one', async () => {
    const port = await freePort()
    expect(await isFree('127.0.0.1', port)).toBe(true)
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
    expect(await isFree('127.0.0.1', port)).toBe(false)
    await new Promise((resolve) => other.close(resolve))
  })

  it('names HOST where it is not this machine', async () => {
    await expect(isFree('192.0.2.1', await freePort())).rejects.toThrow(
      /^HOST 192\.0\.2\.1 is not an address/,
    )
  })
})
