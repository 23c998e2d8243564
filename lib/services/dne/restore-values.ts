import type { TransactionSql } from 'postgres'
import { countingGood } from './count-good'
import { lockAddresses } from './lock-addresses'
import { openUndoing, putBack } from './put-back'
import { reasonJson } from './reason-json'
import { settleRecipients } from './settle-recipients'

interface Scope {
  workspaceId: string
  now: Date
}

export interface Restored {
  /** Reasons that are again as they were. */
  restored: number
  /** Reasons that somebody changed since; they stay. */
  left: number
}

/** Values that an act changed, in order, behind one. */
export async function changedValues(
  tx: TransactionSql,
  workspaceId: string,
  actId: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx<{ value: string }[]>`
    select distinct value from dne_changes
    where workspace_id = ${workspaceId} and act_id = ${actId} and value > ${after} order by value limit ${limit}`
  return rows.map((row) => row.value)
}

/** Puts the reasons of some values that an act changed back; what is derived from bounces is derived anew without the act's clearances. */
export async function restoreValues(
  tx: TransactionSql,
  scope: Scope,
  actId: string,
  values: string[],
): Promise<Restored> {
  const { workspaceId } = scope
  await lockAddresses(tx, workspaceId, values)
  await gather(tx, workspaceId, actId, values)
  const [count] = await tx<{ all: number; same: number }[]>`
    select count(*)::int as all, count(*) filter (where same)::int as same from undoing`
  await tx`delete from undoing where not same`
  await countingGood(tx, workspaceId, tx`select distinct value from undoing`, () => putBack(tx, workspaceId))
  const { all, same } = count!
  return { restored: same, left: all - same }
}

async function gather(
  tx: TransactionSql,
  workspaceId: string,
  actId: string,
  values: string[],
): Promise<void> {
  await openUndoing(tx)
  // What is derived from bounces comes back by deriving it.
  await tx.unsafe(
    `insert into undoing
     select c.value, c.reason, c.entry_id, case when c.before->>'source' = 'bounce' then null else c.before end,
       (case when r.value is not null then ${reasonJson('r')} end) is not distinct from c.after
     from dne_changes c left join dne_reasons r on r.workspace_id = $1::uuid and r.value = c.value and r.reason = c.reason
     where c.workspace_id = $1::uuid and c.act_id = $2::uuid and c.value = any($3::text[])`,
    [workspaceId, actId, values],
  )
}

/** Derives what follows from bounces for restored values, and for others that only the act had cleared, up to so many. Gives how many those were. */
export async function settleRestored(
  tx: TransactionSql,
  scope: Scope,
  actId: string,
  { values, limit }: { values: string[]; limit: number },
): Promise<number> {
  const { workspaceId } = scope
  // By the value first: the index of acts would be gone through for each.
  const cleared = await tx<{ value: string }[]>`
    delete from dne_clearances c using (${
      values.length > 0
        ? tx`select d.* from unnest(${values}::text[]) v(value) cross join lateral (
            select ctid, act_id from dne_clearances
            where workspace_id = ${workspaceId} and value = v.value offset 0) d where d.act_id = ${actId}`
        : tx`select ctid from dne_clearances where workspace_id = ${workspaceId} and act_id = ${actId} limit ${limit}`
    }) d
    where c.ctid = d.ctid returning value`
  const changed = await tx<{ value: string }[]>`
    select distinct value from dne_changes
    where workspace_id = ${workspaceId} and act_id = ${actId} and value = any(${values}::text[])
      and reason = 'bounce' and value like '%@%'`
  const touched = new Set([...cleared, ...changed].map((row) => row.value))
  if (touched.size > 0) await settleRecipients(tx, scope, [...touched])
  return cleared.length
}
