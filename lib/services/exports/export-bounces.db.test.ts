import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { makeWorkspace, storeBounces, type StoredBounce, type TestWorkspace } from '@/db/testing/bounces'
import { randomBounces, seeded, pick } from '@/db/testing/random-bounces'
import { allIn } from '@/lib/analytics/filter'
import { formatBounceKey } from '@/lib/bounce/key'
import { downloadResponse } from '@/lib/download'
import { readAll, settingsFor } from '@/lib/ingest/testing/read-all'
import { eventKey } from '@/lib/jobs/reading/row-key'
import type { Context, Role } from '@/lib/services/context'
import { exportAllowance, EXPORT_LIMIT } from './export-allowance'
import { exportBounces } from './export-bounces'

const ODD = [
  '=HYPERLINK("http://x.example","550 5.1.1")',
  '+1 said no, "quoted"; done',
  '@sum(1)',
  '＝1+1',
  "'=already",
  '550-5.1.1 first line\n550 5.1.1 second line',
  '550 müller — ünïcode 🚫',
  '',
]

let database: TestDatabase
let workspace: TestWorkspace
let all: StoredBounce[]

beforeAll(async () => {
  database = await createTestDatabase()
  workspace = await makeWorkspace(database.sql)
  const random = seeded(3)
  const from = new Date('2026-10-01T00:00:00Z')
  all = randomBounces(3, 4500, from, new Date('2026-10-30T00:00:00Z')).map((bounce, i) => ({
    ...bounce,
    diagnostic: i % 3 === 0 ? pick(random, ODD) : bounce.diagnostic,
    vendorClass: pick(random, ['', 'pmta:bad-mailbox', 'generic:bounced']),
    campaign: pick(random, ['=Q4', 'a, b', '', 'Nordics']),
  }))
  await storeBounces(database.sql, workspace, all)
})
afterAll(() => database.close())

function context(role: Role = 'operator', userId: string = randomUUID()): Context {
  const { db, sql } = database
  return { db, sql, workspace, actor: { userId, role }, now: new Date('2026-11-01T12:00:00Z') }
}

const everything = allIn({ from: '2026-09-01', to: '2026-11-01' })

const read = (bytes: Uint8Array) =>
  readAll(bytes, settingsFor(bytes, { now: Date.parse('2026-11-01') / 1000 }))

async function bytesOf(input: Parameters<typeof exportBounces>[1]): Promise<Uint8Array> {
  const result = await exportBounces(context(), input)
  if (!result.ok) throw new Error(result.error.message)
  return new Uint8Array(await downloadResponse(result.value).arrayBuffer())
}

describe('exporting bounces', () => {
  it('comes back through our own reader as the same bounces under the same keys', async () => {
    const bytes = await bytesOf({ filter: everything })
    const outcomes = read(bytes)
    expect(outcomes.find((outcome) => outcome.kind !== 'row')).toBeUndefined()
    const found = new Map(
      outcomes.map((outcome) => {
        if (outcome.kind !== 'row') throw new Error(outcome.kind)
        const { line: _, eventId, vendorClass: __, ...row } = outcome.row
        return [eventKey(eventId ?? '', row.recipient), row]
      }),
    )
    expect(found.size).toBe(all.length)
    for (const b of all) {
      expect(found.get(b.dedupeKey)).toEqual({
        recipient: b.recipient,
        recipientName: null,
        accountQuoted: null,
        diagnostic: b.diagnostic,
        smtpCode: b.smtpCode || null,
        enhancedCode: b.enhancedCode || null,
        sendingAccount: b.account || null,
        campaign: b.campaign || null,
        occurredAt: b.occurredAt.getTime() / 1000,
      })
    }
  })

  it('begins with a byte order mark and leaves no cell that a spreadsheet would run', async () => {
    const bytes = await bytesOf({ filter: { ...everything, campaigns: ['=Q4'] } })
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain(`,'=Q4,`)
    expect(text).not.toMatch(/(?:^|,|\n)"?[=+@＝]/m)
  })

  it('gives only what the filter or the selection names', async () => {
    const hard = await bytesOf({ filter: { ...everything, types: ['hard'], providers: ['google'] } })
    const wanted = all.filter((b) => b.bounceType === 'hard' && b.provider === 'google').length
    expect(read(hard)).toHaveLength(wanted)
    const some = all.slice(10, 13)
    expect(read(await bytesOf({ keys: some.map((b) => formatBounceKey(b)) }))).toHaveLength(3)
  })

  it('is written down, and is not for viewers', async () => {
    const before = await countActivities()
    await bytesOf({ filter: everything })
    expect(await countActivities()).toBe(before + 1)
    const refused = await exportBounces(context('viewer'), { filter: everything })
    expect(refused.ok || refused.error.code).toBe('forbidden')
  })

  it('reads in steps: nothing beyond the next step is fetched before it is asked for', async () => {
    const result = await exportBounces(context(), { filter: everything })
    if (!result.ok) throw new Error(result.error.message)
    const reader = downloadResponse(result.value).body!.getReader()
    const first = await reader.read()
    expect(first.value!.length).toBeLessThan(1_000_000)
    await reader.cancel()
  })

  it('tells when the hour is used up', async () => {
    const userId = randomUUID()
    const key = `${EXPORT_LIMIT.name}:${userId}`
    expect(await exportAllowance(context('operator', userId))).toEqual({ ok: true, value: { left: 10 } })
    await database.sql`insert into limits (key, count, window_start) values (${key}, 10, '2026-11-01T11:30:00Z')`
    const refused = await exportAllowance(context('operator', userId))
    expect(refused.ok || refused.error).toMatchObject({ code: 'limit_exceeded' })
    expect(refused.ok || refused.error.message).toContain('30 minutes')
  })
})

async function countActivities(): Promise<number> {
  const rows = await database.sql<{ n: number }[]>`
    select count(*)::int as n from activity where workspace_id = ${workspace.id} and action = 'bounces.exported'`
  return rows[0]!.n
}
