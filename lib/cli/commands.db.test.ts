import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { storeBounces } from '@/db/testing/bounces'
import { childEnv } from '@/lib/env'
import { bounceOf } from '@/lib/services/resubmit/testing/bounces'
import { rebound as runProgram } from './testing/program'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.close())

const rebound = (args: string[], input = '') =>
  runProgram(args, { env: childEnv({ DATABASE_URL: test.url }), input })

describe('the command line', () => {
  it('adds a user and a workspace, and lists both', async () => {
    const added = await rebound(
      ['user', 'add', 'ann@acme.example', '--name', 'Ann'],
      'correct horse battery\n',
    )
    expect(added).toEqual({ code: 0, out: 'Added ann@acme.example.\n', err: '' })
    const made = await rebound([
      'workspace',
      'add',
      'Acme Sales',
      '--admin',
      'ann@acme.example',
      '--zone',
      'Europe/Berlin',
    ])
    expect(made).toEqual({ code: 0, out: 'Made the workspace acme-sales.\n', err: '' })
    const users = JSON.parse((await rebound(['user', 'list', '--json'])).out)
    expect(users).toMatchObject([
      { email: 'ann@acme.example', workspaces: 'acme-sales:admin', disabled: false },
    ])
    const workspaces = JSON.parse((await rebound(['workspace', 'list', '--json'])).out)
    expect(workspaces).toMatchObject([{ slug: 'acme-sales', timeZone: 'Europe/Berlin', members: 1 }])
  })

  it('sets a password from standard input, disables and enables', async () => {
    const [before] = await test.sql`select password_hash from users`
    expect(await rebound(['user', 'password', 'ann@acme.example'], 'another fine secret\n')).toMatchObject({
      code: 0,
    })
    const [after] = await test.sql`select password_hash from users`
    expect(after?.password_hash).not.toBe(before?.password_hash)
    expect(await rebound(['user', 'disable', 'ann@acme.example'])).toMatchObject({ code: 0 })
    expect(await test.sql`select disabled from users`).toMatchObject([{ disabled: true }])
    expect(await rebound(['user', 'enable', 'ann@acme.example'])).toMatchObject({ code: 0 })
    expect(await test.sql`select disabled from users`).toMatchObject([{ disabled: false }])
  })

  it('exports and erases a person', async () => {
    const [place] = await test.sql<{ id: string }[]>`select id from workspaces where slug = 'acme-sales'`
    const who = 'gone@firm.example'
    await storeBounces(test.sql, { id: place!.id, timeZone: 'UTC' }, [
      bounceOf(who, new Date('2026-11-01T10:00:00Z'), 'mailbox_full'),
    ])
    const person = (verb: string, ...more: string[]) =>
      rebound(['person', verb, who, '--workspace', 'acme-sales', ...more])
    expect(JSON.parse((await person('export')).out)).toMatchObject({ bounces: [{ recipient: who }] })
    expect(await person('erase')).toMatchObject({
      code: 1,
      err: 'Nothing undoes this. Add --yes to do it.\n',
    })
    expect(await person('erase', '--yes')).toMatchObject({
      code: 0,
      out: 'Erased. 1 bounce without a name.\n',
    })
    expect(JSON.parse((await person('export')).out)).toMatchObject({ bounces: [] })
  })

  it('refuses what a service refuses, with its sentence', async () => {
    const twice = await rebound(
      ['user', 'add', 'ann@acme.example', '--name', 'Ann'],
      'correct horse battery\n',
    )
    expect(twice).toMatchObject({ code: 1, out: '', err: 'A user with this address exists already.\n' })
    const short = await rebound(['user', 'add', 'bob@acme.example', '--name', 'Bob'], 'short\n')
    expect(short).toMatchObject({ code: 1, out: '' })
    expect(short.err).toContain('at least 12 characters')
    expect(await rebound(['user', 'add', 'bob@acme.example', '--name', 'Bob'])).toMatchObject({ code: 1 })
  })
})
