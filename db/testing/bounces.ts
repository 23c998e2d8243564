import { randomUUID } from 'node:crypto'
import type { ISql, Sql } from 'postgres'
import { CELL_COUNT, cellIndex } from '@/lib/analytics/cells'
import { dayOf } from '@/lib/analytics/day'

/** A bounce as tests write it, without the import that usually does. */
export interface StoredBounce {
  occurredAt: Date
  dedupeKey: string
  recipient: string
  domain: string
  account: string
  campaign: string
  provider: string
  category: string
  bounceType: 'hard' | 'soft' | ''
  smtpCode: string
  enhancedCode: string
  vendorClass: string
  diagnostic: string
  templateId: string
  confidence: number
  decidedBy: string
  importId: string
  line: number
}

export interface TestWorkspace {
  id: string
  slug: string
  name: string
  timeZone: string
}

/** Makes a workspace. */
export async function makeWorkspace(sql: Sql, timeZone = 'Europe/Berlin'): Promise<TestWorkspace> {
  const id = randomUUID()
  const slug = `w-${id.slice(0, 8)}`
  await sql`insert into workspaces (id, slug, name, time_zone, created_at) values (${id}, ${slug}, 'Acme', ${timeZone}, now())`
  return { id, slug, name: 'Acme', timeZone }
}

/** Stores bounces with everything an import keeps beside them: accounts, replies (template = text per id) and day totals. */
export async function storeBounces(
  sql: Sql,
  { id, timeZone }: Pick<TestWorkspace, 'id' | 'timeZone'>,
  bounces: readonly StoredBounce[],
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  await insertBounces(sql, id, bounces)
  for (const address of new Set(bounces.map((b) => b.account))) {
    await sql`insert into sending_accounts (workspace_id, address, id, created_at)
      values (${id}, ${address}, ${randomUUID()}, now()) on conflict do nothing`
  }
  for (const b of new Map(bounces.map((each) => [each.templateId, each])).values()) {
    await sql`insert into templates (workspace_id, id, text, example, created_at)
      values (${id}, ${b.templateId}, ${texts.get(b.templateId) ?? b.diagnostic}, ${b.diagnostic}, now()) on conflict do nothing`
  }
  await recountDays(sql, id, totalsOf(bounces, timeZone))
}

/** Stores bounces and nothing beside them. */
export async function insertBounces(
  sql: ISql,
  workspaceId: string,
  bounces: readonly StoredBounce[],
): Promise<void> {
  const rows = bounces.map((b) => ({
    workspace_id: workspaceId,
    occurred_at: b.occurredAt,
    dedupe_key: b.dedupeKey,
    recipient: b.recipient,
    domain: b.domain,
    account: b.account,
    campaign: b.campaign,
    provider: b.provider,
    category: b.category,
    bounce_type: b.bounceType,
    smtp_code: b.smtpCode,
    enhanced_code: b.enhancedCode,
    vendor_class: b.vendorClass,
    diagnostic: b.diagnostic,
    template_id: b.templateId,
    confidence: b.confidence,
    decided_by: b.decidedBy,
    import_id: b.importId,
    line: b.line,
  }))
  for (let i = 0; i < rows.length; i += 1000) await sql`insert into bounces ${sql(rows.slice(i, i + 1000))}`
}

/** Day totals of bounces, counted one by one: the oracle for stored totals. Keys are `table|day|…`. */
export function totalsOf(bounces: readonly StoredBounce[], timeZone: string): Map<string, number[]> {
  const totals = new Map<string, number[]>()
  const add = (key: string, at: number, length: number) => {
    const counts = totals.get(key) ?? new Array<number>(length).fill(0)
    counts[at - 1] = (counts[at - 1] ?? 0) + 1
    totals.set(key, counts)
  }
  for (const b of bounces) {
    const day = dayOf(b.occurredAt, timeZone)
    const cell = cellIndex(b.category, b.bounceType)
    add(`account_days|${day}|${b.account}`, cell, CELL_COUNT)
    add(`provider_days|${day}|${b.provider}`, cell, CELL_COUNT)
    add(`account_provider_days|${day}|${b.account}|${b.provider}`, cell, CELL_COUNT)
    add(`template_days|${day}|${b.templateId}`, 1, 1)
  }
  return totals
}

/** The stored day totals of a workspace in the shape of `totalsOf`, rows of zeros left out. */
export async function storedTotals(sql: Sql, workspaceId: string): Promise<Map<string, number[]>> {
  const rows = await sql<{ key: string; counts: number[] }[]>`
    select 'account_days|' || day || '|' || account as key, counts from account_days where workspace_id = ${workspaceId}
    union all select 'provider_days|' || day || '|' || provider, counts from provider_days
      where workspace_id = ${workspaceId}
    union all select 'account_provider_days|' || day || '|' || account || '|' || provider, counts
      from account_provider_days where workspace_id = ${workspaceId}
    union all select 'template_days|' || day || '|' || template_id, array[count] from template_days
      where workspace_id = ${workspaceId}`
  return new Map(
    rows.filter((row) => row.counts.some((n) => n !== 0)).map((row) => [row.key, [...row.counts]]),
  )
}

/** The stored bounces of a workspace, in no order. */
export async function storedBounces(sql: Sql, workspaceId: string): Promise<StoredBounce[]> {
  return sql<StoredBounce[]>`
    select occurred_at as "occurredAt", dedupe_key as "dedupeKey", recipient, domain, account, campaign, provider,
      category, bounce_type as "bounceType", smtp_code as "smtpCode", enhanced_code as "enhancedCode",
      vendor_class as "vendorClass", diagnostic, template_id as "templateId", confidence, decided_by as "decidedBy",
      import_id as "importId", line
    from bounces where workspace_id = ${workspaceId}`
}

async function recountDays(sql: Sql, workspaceId: string, totals: Map<string, number[]>): Promise<void> {
  for (const [key, counts] of totals) {
    const [table, day, a, b] = key.split('|') as [string, string, string, string]
    if (table === 'template_days') {
      await sql`insert into template_days (workspace_id, day, template_id, count)
        values (${workspaceId}, ${day}, ${a}, ${counts[0]!})`
    } else if (table === 'account_provider_days') {
      await sql`insert into account_provider_days (workspace_id, account, provider, day, counts)
        values (${workspaceId}, ${a}, ${b}, ${day}, ${counts})`
    } else {
      const name = table === 'account_days' ? 'account' : 'provider'
      await sql`insert into ${sql(table)} (workspace_id, day, ${sql(name)}, counts)
        values (${workspaceId}, ${day}, ${a}, ${counts})`
    }
  }
}
