import type { Taken, Tx } from './work'

/**
 * What a person set aside of an import that is taken back: it passes to the import's twin or to another import that knows it, and stays
 * set aside; else it goes.
 */
export async function passDismissed(
  tx: Tx,
  { workspaceId, importId }: Omit<Taken, 'fence'>,
  heir: string | null,
): Promise<void> {
  if (heir !== null) {
    await tx`
      update dismissed_bounces set import_id = ${heir} where workspace_id = ${workspaceId} and import_id = ${importId}`
    return
  }
  await tx`
    with passed as (
      update dismissed_bounces d set import_id = k.import_id, line = k.line
      from (select distinct on (k.occurred_at, k.dedupe_key) k.occurred_at, k.dedupe_key, k.import_id, k.line
        from known_rows k join imports i on i.workspace_id = k.workspace_id and i.id = k.import_id
          and i.state in ('importing', 'imported', 'failed')
        where k.workspace_id = ${workspaceId} and k.import_id <> ${importId}
        order by k.occurred_at, k.dedupe_key, k.import_id) k
      where d.workspace_id = ${workspaceId} and d.import_id = ${importId} and d.occurred_at = k.occurred_at
        and d.dedupe_key = k.dedupe_key
      returning d.occurred_at, d.dedupe_key, d.import_id)
    delete from known_rows k using passed p
    where k.workspace_id = ${workspaceId} and k.occurred_at = p.occurred_at and k.dedupe_key = p.dedupe_key
      and k.import_id = p.import_id`
  await tx`delete from dismissed_bounces where workspace_id = ${workspaceId} and import_id = ${importId}`
}
