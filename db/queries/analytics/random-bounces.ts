import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { cellIndex, CELL_COUNT } from '@/lib/analytics/cells'
import { dayOf, type Day } from '@/lib/analytics/day'
import { CATEGORY_IDS } from '@/lib/bounce/categories'
import type { BounceType } from '@/lib/bounce/types'

/** A bounce as tests of the figures need it. */
export interface RandomBounce {
  at: Date
  day: Day
  recipient: string
  account: string
  campaign: string
  provider: string
  category: string
  type: BounceType | ''
  template: string
  importId: string
}

/** A small generator with a seed, so that a failing test fails again. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const IMPORTS = [randomUUID(), randomUUID()]
const TEMPLATES = Array.from({ length: 12 }, () => randomUUID())
export const RANDOM = { imports: IMPORTS, templates: TEMPLATES }

/** Bounces over 40 days up to `until`, some of them right at midnight, some alike. */
export function randomBounces(count: number, until: Date, zone: string, seed: number): RandomBounce[] {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!
  return Array.from({ length: count }, () => {
    const hours = random(40 * 24)
    const at = new Date(until.getTime() - hours * 3_600_000 - (random(4) === 0 ? 0 : random(3600)) * 1000)
    const category = random(12) === 0 ? 'unclassified' : pick(CATEGORY_IDS)
    return {
      at,
      day: dayOf(at, zone),
      recipient: `person${random(60)}@example.com`,
      account: pick(['anna@acme.io', 'jonas@acme.io', 'sales@acme.io', '']),
      campaign: pick(['Nordics Q4', 'DACH, builders', '']),
      provider: pick(['google', 'microsoft', 'other']),
      category,
      type: category === 'unclassified' ? '' : pick(['hard', 'soft'] as const),
      template: pick(TEMPLATES),
      importId: pick(IMPORTS),
    }
  })
}

/** Stores bounces and every rollup of them, counted here from the rows alone. */
export async function storeBounces(
  sql: Sql,
  workspaceId: string,
  rows: readonly RandomBounce[],
): Promise<void> {
  const now = new Date()
  await sql`insert into bounces ${sql(
    rows.map((row, i) => ({
      workspace_id: workspaceId,
      occurred_at: row.at,
      dedupe_key: randomUUID(),
      recipient: row.recipient,
      domain: 'example.com',
      account: row.account,
      campaign: row.campaign,
      provider: row.provider,
      category: row.category,
      bounce_type: row.type,
      smtp_code: '550',
      enhanced_code: '',
      vendor_class: '',
      diagnostic: 'refused',
      template_id: row.template,
      confidence: 1,
      decided_by: 'words:test',
      import_id: row.importId,
      line: i + 1,
    })),
  )}`
  await storeRollups(sql, workspaceId, rows)
  await sql`insert into templates ${sql(
    [...new Set(rows.map((row) => row.template))].map((id) => ({
      workspace_id: workspaceId,
      id,
      text: `reply ${id}`,
      example: 'refused',
      created_at: now,
    })),
  )}`
}

async function storeRollups(sql: Sql, workspaceId: string, rows: readonly RandomBounce[]) {
  const cells = async (table: string, columns: readonly ('day' | 'account' | 'provider')[]) => {
    const groups = new Map<string, number[]>()
    for (const row of rows) {
      const key = JSON.stringify(columns.map((column) => row[column]))
      const counts = groups.get(key) ?? new Array<number>(CELL_COUNT).fill(0)
      counts[cellIndex(row.category, row.type) - 1]! += 1
      groups.set(key, counts)
    }
    for (const [key, counts] of groups) {
      const values = JSON.parse(key) as string[]
      const places = columns.map((_, i) => `$${i + 3}`)
      await sql.unsafe(
        `insert into ${table} (workspace_id, counts, ${columns.join(', ')}) values ($1, $2::text::int[], ${places.join(', ')})`,
        [workspaceId, `{${counts.join(',')}}`, ...values],
      )
    }
  }
  await cells('account_days', ['day', 'account'])
  await cells('provider_days', ['day', 'provider'])
  await cells('account_provider_days', ['day', 'account', 'provider'])
  const replies = new Map<string, number>()
  for (const row of rows)
    replies.set(`${row.day} ${row.template}`, (replies.get(`${row.day} ${row.template}`) ?? 0) + 1)
  await sql`insert into template_days ${sql(
    [...replies].map(([key, count]) => ({
      workspace_id: workspaceId,
      day: key.slice(0, 10),
      template_id: key.slice(11),
      count,
    })),
  )}`
}
