import { randomUUID } from 'node:crypto'
import { storeBounces, type StoredBounce } from '@/db/testing/bounces'
import { addDays, dayOf, startOfDay, weekday } from '@/lib/analytics/day'
import { CATEGORY_IDS } from '@/lib/bounce/categories'
import { addOwnWorkspace } from './own-workspace'
import { openServerDatabase } from './server-database'

export const ZONE = 'Europe/Berlin'

export interface OwnOverview {
  /** Slugs of the workspace with the bounces and of the one without any. */
  full: string
  empty: string
  bounces: DatedBounce[]
}

export type DatedBounce = StoredBounce & { day: string }

const ACCOUNTS = ['anna@acme.io', 'jonas@acme.io', 'sales@acme.io']
const TEMPLATES = CATEGORY_IDS.map(() => randomUUID())

/** Ten even weeks of three accounts, and a block listing of anna's from the day before yesterday on. */
function rows(now: Date): DatedBounce[] {
  const today = dayOf(now, ZONE)
  const all: DatedBounce[] = []
  const add = (day: string, n: number, account: string, category: number) => {
    const at = new Date(startOfDay(day, ZONE).getTime() + n * 1000)
    const id = CATEGORY_IDS[category]
    all.push({
      occurredAt: at,
      day,
      dedupeKey: randomUUID(),
      recipient: `person${all.length % 997}@example.com`,
      domain: 'example.com',
      account,
      campaign: 'Nordics Q4',
      provider: category % 2 === 0 ? 'google' : 'microsoft',
      category: id ?? 'unclassified',
      bounceType: id === undefined ? '' : category % 3 === 0 ? 'hard' : 'soft',
      smtpCode: '550',
      enhancedCode: '',
      vendorClass: '',
      diagnostic: 'refused',
      templateId: TEMPLATES[category] ?? TEMPLATES[0]!,
      confidence: 1,
      decidedBy: 'words:test',
      importId: '01890000-0000-7000-8000-0000000000ab',
      line: all.length + 1,
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
  const { sql, close } = await openServerDatabase()
  const bounces = rows(new Date())
  const full = await addOwnWorkspace(sql, 'figures')
  const empty = await addOwnWorkspace(sql, 'empty')
  await storeBounces(sql, full, bounces)
  await close()
  return { full: full.slug, empty: empty.slug, bounces }
}
