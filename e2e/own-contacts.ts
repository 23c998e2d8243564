import { storeBounces, type StoredBounce, type TestWorkspace } from '@/db/testing/bounces'
import { applyEffects } from '@/lib/services/effects'
import { bounceOf } from '@/lib/services/resubmit/testing/bounces'
import { addOwnWorkspace } from './own-workspace'
import { openServerDatabase } from './server-database'

const DAY_MS = 86_400_000

/** 30 contacts that are ready, 10 that rest, 12 that wait for a fix at Anna, 3 given up, and 2 whose address is bad. */
function bounces(now: number): StoredBounce[] {
  const daysAgo = (days: number) => new Date(now - days * DAY_MS)
  let number = 0
  const people = (count: number, make: (who: string) => StoredBounce[]) =>
    Array.from({ length: count }, () => make(`person${(number += 1)}@fjord.example`)).flat()
  return [
    ...people(30, (who) => [bounceOf(who, daysAgo(8), 'mailbox_full', { account: 'ben@acme.example' })]),
    ...people(10, (who) => [bounceOf(who, daysAgo(1), 'mailbox_full')]),
    ...people(12, (who) => [bounceOf(who, daysAgo(2), 'blacklisted')]),
    ...people(3, (who) => [20, 14, 8].map((days) => bounceOf(who, daysAgo(days), 'server_unavailable'))),
    ...people(2, (who) => [bounceOf(who, daysAgo(5), 'invalid_recipient')]),
  ]
}

/** A workspace of a test's own with contacts in every state, in which the admin of the tests is a member. */
export async function ownContacts(): Promise<TestWorkspace> {
  const { sql, close } = await openServerDatabase()
  const workspace = await addOwnWorkspace(sql)
  const stored = bounces(Date.now())
  await storeBounces(sql, workspace, stored)
  await sql.begin((tx) =>
    applyEffects(
      tx,
      { workspaceId: workspace.id, now: new Date() },
      stored.map((each) => each.recipient),
    ),
  )
  await close()
  return workspace
}
