import type { TransactionSql } from 'postgres'
import { loadPolicy } from '@/db/queries/dne/load-policy'
import type { ContactFates } from '@/db/queries/imports/contact-fates'
import { loadRules } from '@/db/queries/resubmit/load-rules'
import { repeatsName, stageName } from '@/lib/jobs/imports/stage-table'
import type { Context } from '@/lib/services/context'
import { foreseeBursts } from '@/lib/services/dne/foresee-bursts'
import { judge } from '@/lib/services/dne/judge'
import { openTouched, touch } from '@/lib/services/dne/touched'

/** A file with more new bounces is not gone through beforehand. */
export const FORETOLD = 100_000

/** A transaction that only looks ends with this, so that nothing of it stays. */
class LookedEnough extends Error {
  constructor(readonly fates: ContactFates | null) {
    super()
  }
}

/**
 * What importing a checked file would do to its contacts, by the rules that the import goes by, with everything stored so far; null where
 * the file is too large to tell beforehand, or its rows are staged no more. Changes nothing.
 */
export async function foretellContacts(
  ctx: Context,
  { importId, bounces }: { importId: string; bounces: number },
): Promise<ContactFates | null> {
  if (bounces === 0 || bounces > FORETOLD) return null
  try {
    return await ctx.sql.begin(async (tx) => {
      throw new LookedEnough(await look(tx, ctx, importId))
    })
  } catch (error) {
    if (error instanceof LookedEnough) return error.fates
    throw error
  }
}

async function look(tx: TransactionSql, ctx: Context, importId: string): Promise<ContactFates | null> {
  const { workspace, now } = ctx
  const [staged] = await tx`
    select 1 from import_stages where workspace_id = ${workspace.id} and import_id = ${importId}
      and to_regclass(${stageName(importId)}) is not null`
  if (!staged) return null
  const policy = await loadPolicy(tx, workspace.id)
  const select = tx`select recipient from ${tx.unsafe(stageName(importId))}`
  await openTouched(tx)
  await touch(tx, workspace.id, { select }, policy)
  await addStaged(tx, workspace.id, importId, policy.options.plusTags)
  await foreseeBursts(tx, workspace)
  await judge(tx, { workspaceId: workspace.id, now }, policy)
  return count(tx, ctx)
}

/** The staged rows that are new, beside all stored bounces of the same recipients. */
async function addStaged(
  tx: TransactionSql,
  workspaceId: string,
  importId: string,
  plusTags: boolean,
): Promise<void> {
  const value = tx.unsafe(
    plusTags ? `regexp_replace(s.recipient, '[+][^@]*@', '@') collate "C"` : 's.recipient',
  )
  await tx`
    insert into touched_bounces
    select n.* from (
      select ${value} as value, s.recipient, to_timestamp(s.at) as occurred_at, coalesce(r.dedupe_key, s.key) as dedupe_key,
        s.category, s.bounce_type, s.bounce_type = 'hard', s.verified, s.provider, s.domain, s.account, s.campaign,
        s.recipient_name, 2
      from ${tx.unsafe(stageName(importId))} s
      left join ${tx.unsafe(repeatsName(importId))} r on r.seq = s.seq
      where not coalesce(r.again, false)) n
    where not exists (select 1 from touched_bounces t
      where t.value = n.value and t.occurred_at = n.occurred_at and t.dedupe_key = n.dedupe_key)
      and not exists (select 1 from dismissed_bounces d where d.workspace_id = ${workspaceId}
        and d.occurred_at = n.occurred_at and d.dedupe_key = n.dedupe_key)`
}

async function count(tx: TransactionSql, ctx: Context): Promise<ContactFates> {
  const { rules } = await loadRules(tx, ctx.workspace.id)
  const waiting = rules.filter((rule) => rule.needsFix).map((rule) => rule.category)
  const [fates] = await tx<ContactFates[]>`
    with people as (
      select t.value, coalesce(j.lists, false) as lists, j.until, j.kind, l.value is not null as listed
      from (select distinct value from touched_bounces) t
      left join (select value, bool_or(lists) as lists, max(until) as until, max(kind) as kind from judged group by value) j
        on j.value = t.value
      left join (select distinct value from dne_reasons where workspace_id = ${ctx.workspace.id} and until is null) l
        on l.value = t.value),
    newest as (
      select distinct on (value) value, category, account, occurred_at from touched_bounces
      where bounce_type = 'soft' order by value, occurred_at desc, dedupe_key desc)
    select coalesce((select for_good from dne_counts where workspace_id = ${ctx.workspace.id}), 0) as "listedBefore",
      (count(*) filter (where p.lists and not p.listed))::int as joining,
      (count(*) filter (where not p.lists and not p.listed and p.until is not null))::int as resting,
      (count(*) filter (where not p.lists and not p.listed and p.until is null and n.category = any(${waiting}::text[])
        and not exists (select 1 from fixes f where f.workspace_id = ${ctx.workspace.id} and f.category = n.category
          and f.account = n.account and f.undone_at is null and f.fixed_at >= n.occurred_at)))::int as waiting,
      (count(*) filter (where not p.lists and p.kind is not null))::int as suggested
    from people p left join newest n on n.value = p.value`
  return fates!
}
