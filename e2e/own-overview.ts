import { randomUUID } from 'node:crypto'
import { storeBounces, type RandomBounce } from '@/db/queries/analytics/random-bounces'
import { addDays, dayOf, startOfDay, weekday } from '@/lib/analytics/day'
import { CATEGORY_IDS } from '@/lib/bounce/categories'
import { ADMIN } from './admin'
import { openServerDatabase } from './server-database'

export const ZONE = 'Europe/Berlin'

export interface OwnOverview {
  /** Slugs of the workspace with the bounces and of the one without any. */
  full: string
  empty: string
  bounces: RandomBounce[]
}
const ACCOUNTS = ['anna@acme.io', 'jonas@acme.io', 'sales@acme.io']
const TEMPLATES = CATEGORY_IDS.map(() => randomUUID())

/** Ten even weeks of three accounts, and a block listing of anna's from the day before yesterday on. */
function rows(now: Date): RandomBounce[] {
  const today = dayOf(now, ZONE)
  const all: RandomBounce[] = []
  const add = (day: string, n: number, account: string, category: number) => {
    const at = new Date(startOfDay(day, ZONE).getTime() + n * 1000)
    all.push({
      at,
      day,
      recipient: `person${all.length % 997}@example.com`,
      account,
      campaign: 'Nordics Q4',
      provider: category % 2 === 0 ? 'google' : 'microsoft',
      category: CATEGORY_IDS[category] ?? 'unclassified',
      type: CATEGORY_IDS[category] === undefined ? '' : category % 3 === 0 ? 'hard' : 'soft',
      template: TEMPLATES[category] ?? TEMPLATES[0]!,
      importId: '01890000-0000-7000-8000-0000000000ab',
    })
  }
  for (let back = 75; back >= 0; back--) {
    const day = addDays(today, -back)
    const usual = weekday(day) < 5 ? 8 : 1
    for (const [a, account] of ACCOUNTS.entries()) {
      for (let n = 0; n < usual; n++) add(day, n, account, (n + a + back) % (CATEGORY_IDS.length + 1))
    }
    if (back <= 2)
      for (let n = 0; n < 40; n++) add(day, 30 + n, 'anna@acme.io', CATEGORY_IDS.indexOf('blacklisted'))
  }
  return all
}

/** Makes a workspace with these bounces and an empty one beside it, both the admin's. */
export async function makeOverview(): Promise<OwnOverview> {
  const mark = randomUUID().slice(0, 8)
  const full = `figures-${mark}`
  const empty = `empty-${mark}`
  const { sql, close } = await openServerDatabase()
  const now = new Date()
  const bounces = rows(now)
  for (const slug of [full, empty]) {
    const id = randomUUID()
    await sql`insert into workspaces ${sql({ id, slug, name: slug, time_zone: ZONE, created_at: now, data_version: 1 })}`
    await sql`insert into members (workspace_id, user_id, role, disabled, created_at)
      select ${id}, id, 'admin', false, now() from users where email = ${ADMIN.email}`
    if (slug === empty) continue
    await storeBounces(sql, id, bounces)
    await sql`insert into sending_accounts ${sql(ACCOUNTS.map((address) => ({ workspace_id: id, address, id: randomUUID(), created_at: now })))}`
  }
  await close()
  return { full, empty, bounces }
}
