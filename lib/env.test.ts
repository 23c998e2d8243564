import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EnvError, readEnv } from '@/lib/env'

describe('readEnv', () => {
  it('has a default for all that npm start can do without', () => {
    expect(readEnv({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      REBOUND_DATA_DIR: '.data',
      REBOUND_TRUST_PROXY: false,
    })
  })

  it('takes an empty value for not set', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 })
  })

  it.each([
    ['PORT', 'http'],
    ['PORT', '0'],
    ['PORT', '70000'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://root@localhost/x'],
    ['REBOUND_DIST_DIR', '../elsewhere'],
    ['REBOUND_URL', 'rebound.example'],
    ['REBOUND_ADMIN_EMAIL', 'nobody'],
    ['REBOUND_TRUST_PROXY', 'perhaps'],
    ['REBOUND_SECRET', 'short'],
    ['REBOUND_LOG_LEVEL', 'loud'],
    ['REBOUND_WEBHOOK_ALLOW', 'https://hooks.internal/'],
  ])('names %s where it is bad', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(EnvError)
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name} must `))
  })

  it('names every bad value at once, and never repeats one', () => {
    const read = () =>
      readEnv({ PORT: 'x', REBOUND_ADMIN_EMAIL: 'a@b.example', REBOUND_ADMIN_PASSWORD: 'hunter2' })
    expect(read).toThrow(/PORT must .*\n.*REBOUND_ADMIN_PASSWORD must/)
    expect(read).not.toThrow(/hunter2/)
  })

  it('asks for the address and the password of the first admin together', () => {
    expect(() => readEnv({ REBOUND_ADMIN_EMAIL: 'a@b.example' })).toThrow(/REBOUND_ADMIN_PASSWORD.*together/)
  })

  it('is explained in .env.example, every setting and the browser of the tests', () => {
    const told = [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name)
    const read = [...readFileSync('lib/env.ts', 'utf8').matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name]) => name)
    expect(told.toSorted()).toEqual(
      [...read.filter((name) => name !== 'NODE_ENV'), 'REBOUND_CHROMIUM'].toSorted(),
    )
  })
})
