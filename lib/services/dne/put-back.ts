import type { TransactionSql } from 'postgres'
import { FACT_COLUMNS, fromReasonJson } from './reason-json'

/** Makes `undoing` empty, a table of the session: reasons and what they were before, null where there was none. */
export async function openUndoing(tx: TransactionSql): Promise<void> {
  await tx.unsafe(`create temp table if not exists undoing (value text collate "C" not null, reason text collate "C" not null,
    entry_id uuid not null, before jsonb, same boolean not null) on commit delete rows;
    delete from undoing`)
}

/** Makes every reason in `undoing` again what it was. The values are locked already. */
export async function putBack(tx: TransactionSql, workspaceId: string): Promise<void> {
  await tx`
    delete from dne_reasons r using undoing u
    where u.before is null and r.workspace_id = ${workspaceId} and r.value = u.value and r.reason = u.reason`
  const set = FACT_COLUMNS.split(', ').map((column) => `${column} = excluded.${column}`)
  await tx.unsafe(
    `insert into dne_reasons (workspace_id, value, reason, entry_id, ${FACT_COLUMNS})
     select $1::uuid, u.value, u.reason, u.entry_id, ${fromReasonJson('u.before')} from undoing u where u.before is not null
     order by u.value, u.reason
     on conflict (workspace_id, value, reason) do update set ${set.join(', ')}`,
    [workspaceId],
  )
}
