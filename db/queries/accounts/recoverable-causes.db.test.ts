import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { makeWorkspace, storeBounces, type StoredBounce, type TestWorkspace } from '@/db/testing/bounces'
import { randomBounces, TEST_ACCOUNTS } from '@/db/testing/random-bounces'
import { loadBounce } from '@/db/queries/bounces/load-bounce'
import { recipientHistory } from '@/db/queries/bounces/recipient-history'
import { replyFigures } from '@/db/queries/replies/reply-figures'
import { dayOf } from '@/lib/analytics/day'
import { CATEGORIES } from '@/lib/bounce/categories'
import { accountIds } from './account-ids'
import { loadAccount } from './load-account'
import { recoverableCauses } from './recoverable-causes'

let database: TestDatabase
let workspace: TestWorkspace
let other: TestWorkspace
let all: StoredBounce[]

beforeAll(async () => {
  database = await createTestDatabase()
  workspace = await makeWorkspace(database.sql)
  other = await makeWorkspace(database.sql)
  const from = new Date('2026-10-01T00:00:00Z')
  const to = new Date('2026-10-20T00:00:00Z')
  all = randomBounces(11, 1200, from, to)
  await storeBounces(database.sql, workspace, all)
  await storeBounces(database.sql, other, randomBounces(12, 200, from, to))
})
afterAll(() => database.close())

const idsOf = (...dispositions: string[]) =>
  CATEGORIES.filter((category) => dispositions.includes(category.disposition)).map(({ id }) => id as string)

describe('what is known of accounts, replies and recipients', () => {
  it('counts the contacts each cause keeps, without those whose address is bad', async () => {
    const range = { from: '2026-10-03', to: '2026-10-15' }
    const [categories, lost] = [idsOf('fix', 'retry'), idsOf('suppress')]
    for (const account of TEST_ACCOUNTS) {
      const own = all.filter((b) => {
        const day = dayOf(b.occurredAt, workspace.timeZone)
        return b.account === account && day >= range.from && day <= range.to
      })
      const gone = new Set(own.filter((b) => lost.includes(b.category)).map((b) => b.recipient))
      const expected = new Map(
        categories.map((category) => {
          const rows = own.filter((b) => b.category === category)
          const contacts = new Set(rows.map((b) => b.recipient).filter((recipient) => !gone.has(recipient)))
          return [category, { bounces: rows.length, contacts: contacts.size }]
        }),
      )
      const of = { workspaceId: workspace.id, timeZone: workspace.timeZone, account, range }
      const found = await recoverableCauses(database.sql, of, { categories, lost })
      expect(new Map(found.map(({ category, ...figures }) => [category, figures]))).toEqual(
        new Map([...expected].filter(([, figures]) => figures.bounces > 0)),
      )
      const contacts = found.map((cause) => cause.contacts)
      expect(contacts).toEqual(contacts.toSorted((a, b) => b - a))
    }
  })

  it('counts a reply and the domains that gave it', async () => {
    for (const id of new Set(all.map((b) => b.templateId))) {
      const own = all.filter((b) => b.templateId === id)
      expect(await replyFigures(database.sql, workspace.id, id)).toMatchObject({
        bounces: own.length,
        domains: new Set(own.map((b) => b.domain)).size,
        domainsExact: true,
        rule: null,
      })
    }
    expect(await replyFigures(database.sql, workspace.id, workspace.id)).toBeNull()
  })

  it('tells a recipient’s bounces newest first, and how many there are', async () => {
    const { recipient } = all[0]!
    const own = all
      .filter((b) => b.recipient === recipient)
      .sort((a, b) => b.occurredAt.getTime() - a.occurredAt.getTime() || (a.dedupeKey < b.dedupeKey ? 1 : -1))
    const found = await recipientHistory(database.sql, workspace.id, recipient, 2)
    expect(found.total).toBe(own.length)
    expect(found.bounces.map((b) => b.dedupeKey)).toEqual(own.slice(0, 2).map((b) => b.dedupeKey))
  })

  it('finds a bounce and an account in their own workspace only', async () => {
    const ids = await accountIds(database.sql, workspace.id)
    expect([...ids.keys()].sort()).toEqual(TEST_ACCOUNTS.filter(Boolean).sort())
    const id = ids.get('anna@acme.test')!
    expect(await loadAccount(database.sql, workspace.id, id)).toEqual({ id, address: 'anna@acme.test' })
    expect(await loadAccount(database.sql, other.id, id)).toBeNull()
    const found = await loadBounce(database.sql, workspace.id, all[5]!)
    expect(found).toMatchObject({
      recipient: all[5]!.recipient,
      diagnostic: all[5]!.diagnostic,
      fileName: null,
    })
    expect(await loadBounce(database.sql, other.id, all[5]!)).toBeNull()
  })
})
