import { countingGood } from '@/lib/services/dne/count-good'
import { lockAddresses, lockSettling } from '@/lib/services/dne/lock-addresses'
import { openUndoing, putBack } from '@/lib/services/dne/put-back'
import type { Taken, Tx } from './work'

type Place = Omit<Taken, 'fence'>

/**
 * Takes back whom an import told to want no more mail: it passes to the import's twin, else the reason goes that no other import tells
 * and nobody changed since, and what it had replaced comes back.
 */
export async function removeOptOuts(
  tx: Tx,
  { workspaceId, importId }: Place,
  heir: string | null,
): Promise<void> {
  if (heir !== null) {
    await tx`update opt_outs set import_id = ${heir} where workspace_id = ${workspaceId} and import_id = ${importId}`
    return
  }
  const gone = await tx<{ value: string; reason: string }[]>`
    delete from opt_outs where workspace_id = ${workspaceId} and import_id = ${importId} and verified
    returning listed_as as value, reason`
  await tx`delete from opt_outs where workspace_id = ${workspaceId} and import_id = ${importId}`
  if (gone.length > 0) await takeBack(tx, { workspaceId, importId }, gone)
}

async function takeBack(
  tx: Tx,
  { workspaceId, importId }: Place,
  gone: readonly { value: string; reason: string }[],
): Promise<void> {
  await lockSettling(tx, workspaceId)
  await lockAddresses(
    tx,
    workspaceId,
    gone.map((each) => each.value),
  )
  await openUndoing(tx)
  await tx`
    insert into undoing
    select r.value, r.reason, r.entry_id, c.before, true
    from (select distinct * from unnest(${gone.map((each) => each.value)}::text[], ${gone.map((each) => each.reason)}::text[])
      g(value, reason)) g
    join dne_reasons r on r.workspace_id = ${workspaceId} and r.value = g.value and r.reason = g.reason
    join dne_acts a on a.workspace_id = ${workspaceId} and a.id = r.act_id and a.kind = 'import'
    left join dne_changes c on c.workspace_id = ${workspaceId} and c.act_id = r.act_id and c.value = r.value
      and c.reason = r.reason
    where not exists (select 1 from opt_outs o where o.workspace_id = ${workspaceId} and o.listed_as = g.value
      and o.reason = g.reason and o.verified)`
  await countingGood(tx, workspaceId, tx`select distinct value from undoing`, () => putBack(tx, workspaceId))
  await tx`update dne_acts set undone_at = now() where workspace_id = ${workspaceId} and id = ${importId}`
}
