import { sql as query, type SQL } from 'drizzle-orm'
import type { ISql } from 'postgres'
import { activityText, type ActivityFacts } from '@/lib/activity/chain'
import { digestOf } from '@/lib/activity/digest'
import type { Db, Tx } from '../client'
import { runQuery } from './run-query'

type Row = Omit<ActivityFacts, 'about'> & {
  /** Addresses and domains the row is about; only their digests are stored. */
  about: readonly string[]
}

/**
 * Appends one row to a workspace's chain within the transaction given. It locks the chain's end until the transaction ends: let it be the
 * last thing the transaction does.
 */
export async function appendActivity(tx: ISql | Tx | Db, workspaceId: string, row: Row): Promise<void> {
  const key = await keyOfDigests(tx, workspaceId)
  const about = row.about.map((value) => digestOf(key, value))
  await runQuery(tx, linkQuery(workspaceId, { ...row, about }))
}

/** The key of the workspace's digests, made with its first row. */
export async function keyOfDigests(tx: ISql | Tx | Db, workspaceId: string): Promise<string> {
  const fresh = crypto.randomUUID() + crypto.randomUUID()
  await runQuery(
    tx,
    query`
      insert into activity_heads (workspace_id, digest_key) values (${workspaceId}::uuid, ${fresh}::text)
      on conflict do nothing`,
  )
  const held = query`select digest_key as key from activity_heads where workspace_id = ${workspaceId}::uuid`
  return (await runQuery<{ key: string }>(tx, held))[0]!.key
}

/** The hash is made by the database, in the same statement that moves the chain's end. */
function linkQuery(workspaceId: string, row: ActivityFacts): SQL {
  return query`
    with head as (
      update activity_heads set seq = seq + 1, hash = encode(sha256(convert_to(
        hash || E'\n' || (seq + 1) || E'\n' || ${activityText(row)}::text, 'UTF8')), 'hex')
      where workspace_id = ${workspaceId}::uuid returning seq, hash)
    insert into activity (workspace_id, id, seq, at, actor_id, action, subject_id, count, why, details, about, hash)
    select ${workspaceId}::uuid, ${row.id}::uuid, seq, ${row.at.toISOString()}::timestamptz, ${row.actorId}::uuid,
      ${row.action}::text, ${row.subjectId}::uuid, ${row.count}::int, ${row.why}::text,
      ${JSON.stringify(row.details)}::text::jsonb, ${`{${row.about.join(',')}}`}::text[], hash
    from head`
}
