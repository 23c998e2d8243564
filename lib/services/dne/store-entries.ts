import type { Fragment, TransactionSql } from 'postgres'
import { loadErasedKey, standInSql } from '@/db/queries/people/erased'
import type { ActingIn } from './act'
import { countingGood } from './count-good'
import { entryIdSql } from '@/db/queries/dne/entry-id'
import { lockSelected } from './lock-addresses'
import { FACT_COLUMNS, reasonJson } from './reason-json'

/**
 * Puts reasons on the list as part of an act, in the caller's transaction; call it once or several times per act. `select` gives value,
 * scope, domain, reason, category, until, bounce_at, source, note, created_at (null: now), each value and reason once. What stands
 * already, at least as long and as wide, stays; nothing gets shorter or narrower. Gives how many were written.
 */
export async function storeEntries(
  tx: TransactionSql,
  who: ActingIn,
  actId: string,
  select: Fragment,
): Promise<number> {
  const workspaceId = who.workspace.id
  await tx.unsafe(`create temp table if not exists new_reasons (value text collate "C" not null, scope text not null,
    domain text collate "C" not null, reason text collate "C" not null, category text collate "C" not null,
    until timestamptz, bounce_at timestamptz, source text collate "C" not null, note text not null,
    created_at timestamptz, bounce_key uuid, created_by uuid, act_id uuid) on commit delete rows;
    delete from new_reasons`)
  await tx`
    insert into new_reasons
    select value, scope, domain, reason, category, until, bounce_at, source, note, coalesce(created_at, ${who.now}), null,
      ${who.actor.userId}::uuid, ${actId}::uuid from (${select}) s`
  await lockSelected(tx, workspaceId, 'select value from new_reasons')
  await leaveErasedOut(tx, workspaceId)
  await tx`
    delete from new_reasons n using dne_reasons r
    where r.workspace_id = ${workspaceId} and r.value = n.value and r.reason = n.reason
      and (r.until is null or (n.until is not null and r.until >= n.until))
      and (n.scope <> 'subdomains' or r.scope = 'subdomains')`
  await tx`
    update new_reasons n set scope = case when r.scope = 'subdomains' then r.scope else n.scope end,
      until = case when r.until is not null and n.until is not null then greatest(r.until, n.until) end
    from dne_reasons r
    where r.workspace_id = ${workspaceId} and r.value = n.value and r.reason = n.reason
      and (r.until is null or r.until > ${who.now})`
  return countingGood(tx, workspaceId, tx`select value from new_reasons`, () => write(tx, workspaceId, actId))
}

/** Who was erased is on the list already, and stays without an address. */
async function leaveErasedOut(tx: TransactionSql, workspaceId: string): Promise<void> {
  const key = await loadErasedKey(tx, workspaceId)
  if (!key) return
  await tx.unsafe(
    `delete from new_reasons n where scope = 'address' and exists (select 1 from erasures e
       where e.workspace_id = $1::uuid and e.value = ${standInSql(key, 'n.value')})`,
    [workspaceId],
  )
}

async function write(tx: TransactionSql, workspaceId: string, actId: string): Promise<number> {
  const entryId = entryIdSql('$1', 'n.value')
  await tx.unsafe(
    `insert into dne_changes (workspace_id, act_id, value, reason, entry_id, before, after)
     select $1::uuid, $2::uuid, n.value, n.reason, ${entryId}, case when r.value is not null then ${reasonJson('r')} end,
       ${reasonJson('n')}
     from new_reasons n left join dne_reasons r on r.workspace_id = $1::uuid and r.value = n.value and r.reason = n.reason
     on conflict (workspace_id, act_id, value, reason) do update set after = excluded.after`,
    [workspaceId, actId],
  )
  const set = FACT_COLUMNS.split(', ').map((column) => `${column} = excluded.${column}`)
  const { count } = await tx.unsafe(
    `insert into dne_reasons (workspace_id, value, reason, entry_id, ${FACT_COLUMNS})
     select $1::uuid, value, reason, ${entryId}, ${FACT_COLUMNS} from new_reasons n order by value, reason
     on conflict (workspace_id, value, reason) do update set ${set.join(', ')}`,
    [workspaceId],
  )
  return count
}
