import type { Sql } from 'postgres'
import { cellSql } from '@/lib/jobs/imports/step-rows'
import { CELL_COUNT } from '@/lib/analytics/cells'

type Rows = Record<string, number>

const TABLES = {
  account_days: "day::text || '|' || account",
  provider_days: "day::text || '|' || provider",
  account_provider_days: "day::text || '|' || account || '|' || provider",
} as const

/** What the rollups hold, and what a recount of the bounces gives, cell by cell; zeros left out. */
export async function rollups(sql: Sql, workspaceId: string): Promise<{ held: Rows; recounted: Rows }> {
  const held: Rows = {}
  const recounted: Rows = {}
  const [{ zone } = { zone: 'UTC' }] = await sql<{ zone: string }[]>`
    select time_zone as zone from workspaces where id = ${workspaceId}`
  for (const [table, key] of Object.entries(TABLES)) {
    const rows = await sql.unsafe<{ key: string; counts: number[] }[]>(
      `select ${key} as key, counts from ${table} where workspace_id = $1`,
      [workspaceId],
    )
    for (const row of rows) {
      for (let i = 0; i < CELL_COUNT; i++) {
        if (row.counts[i]) held[`${table} ${row.key} ${i + 1}`] = row.counts[i]!
      }
    }
    const facts = await sql.unsafe<{ key: string; cell: number; n: number }[]>(
      `select ${key} as key, cell, count(*)::int as n from (
         select *, (occurred_at at time zone $2)::date as day, ${cellSql('category', 'bounce_type')} as cell
         from bounces where workspace_id = $1) b group by 1, 2`,
      [workspaceId, zone],
    )
    for (const row of facts) recounted[`${table} ${row.key} ${row.cell}`] = row.n
  }
  const templates = await sql<{ key: string; n: number }[]>`
    select day::text || ' ' || template_id as key, count as n from template_days
    where workspace_id = ${workspaceId} and count <> 0`
  for (const row of templates) held[`template_days ${row.key}`] = row.n
  const counted = await sql<{ key: string; n: number }[]>`
    select (occurred_at at time zone ${zone})::date::text || ' ' || template_id as key, count(*)::int as n
    from bounces where workspace_id = ${workspaceId} group by 1`
  for (const row of counted) recounted[`template_days ${row.key}`] = row.n
  return { held, recounted }
}

/** Every stored bounce as a line of text, in order: equal lists are equal data. */
export async function storedBounces(sql: Sql, workspaceId: string): Promise<string[]> {
  const rows = await sql<{ text: string }[]>`
    select concat_ws('|', occurred_at, dedupe_key, recipient, account, campaign, category, bounce_type, diagnostic) as text
    from bounces where workspace_id = ${workspaceId} order by occurred_at, dedupe_key`
  return rows.map((row) => row.text)
}
