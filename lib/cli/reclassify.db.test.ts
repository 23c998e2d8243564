import { spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { makeWorkspace, storeBounces } from '@/db/testing/bounces'
import { randomBounces } from '@/db/testing/random-bounces'
import { childEnv } from '@/lib/env'
import { rollups, storedBounces } from '@/lib/services/imports/testing/recount'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

async function rebound(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/rebound.ts', ...args], {
    env: childEnv({ DATABASE_URL: database.url }),
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, out, err }
}

test('a dry run tells what the command then does', async () => {
  const workspace = await makeWorkspace(database.sql)
  const from = new Date('2026-10-24T20:00:00Z')
  const wrong = randomBounces(5, 60, from, new Date('2026-10-27T00:00:00Z')).map((bounce) => ({
    ...bounce,
    diagnostic: '550 5.1.1 User unknown',
    smtpCode: '550',
    enhancedCode: '5.1.1',
    category: 'mailbox_full',
    bounceType: 'soft' as const,
    decidedBy: 'words:old',
  }))
  await storeBounces(database.sql, workspace, wrong)
  const before = await storedBounces(database.sql, workspace.id)
  const changes = [
    {
      from: { category: 'mailbox_full', type: 'soft' },
      to: { category: 'invalid_recipient', type: 'hard' },
      count: 60,
    },
  ]
  const dry = await rebound('reclassify', '--workspace', workspace.slug, '--dry-run', '--json')
  expect(dry).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse(dry.out)).toMatchObject({ seen: 60, changed: 60, changes })
  expect(await storedBounces(database.sql, workspace.id)).toEqual(before)

  const done = await rebound('reclassify', '--workspace', workspace.slug)
  expect(done).toMatchObject({ code: 0, err: '' })
  expect(done.out).toContain('60 bounces read, 60 changed')
  expect(done.out).toMatch(/mailbox_full, soft +invalid_recipient, hard +60/)
  const { held, recounted } = await rollups(database.sql, workspace.id)
  expect(held).toEqual(recounted)
})
