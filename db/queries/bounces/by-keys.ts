import type { Fragment, ISql } from 'postgres'
import { parseBounceKey } from '@/lib/bounce/key'

/** Some bounces by their keys, as a condition on `bounces b`; keys that can't be read name none. */
export function byKeys(sql: ISql, workspaceId: string, given: readonly string[]): Fragment {
  const keys = given.map((key) => parseBounceKey(key)).filter((key) => key !== null)
  const times = keys.map((key) => key.occurredAt.toISOString())
  const uuids = keys.map((key) => key.dedupeKey)
  const wanted = sql`select * from unnest(${times}::timestamptz[], ${uuids}::uuid[])`
  return sql`b.workspace_id = ${workspaceId} and (b.occurred_at, b.dedupe_key) in (${wanted})`
}
