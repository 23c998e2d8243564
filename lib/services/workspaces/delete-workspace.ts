import type { Sql, TransactionSql } from 'postgres'
import { dropStage } from '@/lib/jobs/imports/stage-table'
import { dropFileTables } from '@/lib/jobs/lists/stage'
import { fail, ok, type Result } from '@/lib/result'
import { COMMAND_LINE, recordActivity } from '@/lib/services/activity'

/**
 * Deletes a workspace with everything in it, for good; only the command line does. Its activity alone stays, which may not be deleted and
 * names nobody: the key of its digests goes. Gives the workspace's name and the bounces that went.
 * Rejects an unknown slug and the only workspace, without which nobody could sign in to anything.
 */
export async function deleteWorkspace(
  sql: Sql,
  { slug }: { slug: string },
): Promise<Result<{ name: string; bounces: number }>> {
  return sql.begin(async (tx) => {
    const [found] = await tx<{ id: string; name: string }[]>`
      select id, name from workspaces where slug = ${slug} for update`
    if (!found) return fail('not_found', `There is no workspace ${slug}.`)
    const [others] = await tx`select 1 from workspaces where id <> ${found.id} limit 1`
    if (!others) return fail('precondition_failed', 'This is the only workspace. Make another one first.')
    const stages = await tx<{ importId: string }[]>`
      select import_id as "importId" from import_stages where workspace_id = ${found.id}`
    const files = await tx<{ id: string }[]>`select id from list_files where workspace_id = ${found.id}`
    const who = { actor: { userId: COMMAND_LINE }, workspace: found, now: new Date() }
    await recordActivity(tx, who, { action: 'workspace.deleted', subjectId: found.id })
    // First what refers to it: from then on no worker finds its import, so that nothing is added below.
    await tx`delete from workspaces where id = ${found.id}`
    for (const { importId } of stages) await dropStage(tx, { workspaceId: found.id, importId })
    for (const { id } of files) await dropFileTables(tx, id)
    let bounces = 0
    for (const table of await unboundTables(tx)) {
      const gone = await tx`delete from ${tx(table)} where workspace_id = ${found.id}`
      if (table === 'bounces') bounces = gone.count
    }
    return ok({ name: found.name, bounces })
  }) as Promise<Result<{ name: string; bounces: number }>>
}

/** Tables of workspaces whose rows no foreign key takes along: facts, rollups and what else is stored in bulk. */
async function unboundTables(tx: TransactionSql): Promise<string[]> {
  const rows = await tx<{ name: string }[]>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'activity'
      and not exists (select 1 from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'workspaces'::regclass)
    order by 1`
  return rows.map((row) => row.name)
}
