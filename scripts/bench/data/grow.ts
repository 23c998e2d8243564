import type { Sql } from 'postgres'
import { rebuildRollups } from '@/lib/services/imports/rebuild-rollups'

const COLUMNS = `recipient_name, account, campaign, provider, category, bounce_type, smtp_code, enhanced_code, vendor_class,
  diagnostic, template_id, confidence, decided_by, import_id, line`

/** Multiplies a workspace's bounces `times` over, each copy with addresses and keys of its own, and counts the rollups anew. */
export async function grow(
  sql: Sql,
  { id, timeZone }: { id: string; timeZone: string },
  times: number,
): Promise<void> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename = 'bounces' and indexname not like '%pk'`
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`)
  const [first] = await sql<{ importId: string }[]>`
    select import_id as "importId" from bounces where workspace_id = ${id} limit 1`
  for (let copy = 1; copy < times; copy++) {
    await sql.unsafe(
      `insert into bounces (workspace_id, occurred_at, dedupe_key, recipient, domain, ${COLUMNS})
       select workspace_id, occurred_at, md5(dedupe_key::text || ${copy})::uuid, 'c${copy}.' || recipient, domain, ${COLUMNS}
       from bounces where workspace_id = $1 and import_id = $2 and recipient not like 'c%.%.%@%' order by occurred_at`,
      [id, first!.importId],
    )
  }
  for (const { definition } of indexes) await sql.unsafe(definition)
  await sql.begin((tx) => rebuildRollups(tx, { workspaceId: id, timeZone }))
  await sql`vacuum analyze bounces`
  await sql`vacuum analyze account_days`
  await sql`vacuum analyze provider_days`
  await sql`vacuum analyze account_provider_days`
  await sql`vacuum analyze template_days`
}
