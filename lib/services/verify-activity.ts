import { createHash } from 'node:crypto'
import type { Sql } from 'postgres'
import { activityText, linkText, type ActivityFacts } from '@/lib/activity/chain'

type Row = ActivityFacts & { seq: number; hash: string }

/** I5: walks a workspace's chain of activity from its first row to its end; gives what was changed, left out or cut off, each in a sentence. */
export async function verifyActivity(sql: Sql, workspaceId: string): Promise<string[]> {
  const heads = await sql<{ seq: number; hash: string }[]>`
    select seq::int, hash from activity_heads where workspace_id = ${workspaceId}`
  const head = heads[0] ?? { seq: 0, hash: '' }
  let seq = 0
  let hash = ''
  const rows = sql<Row[]>`
    select id, seq::int, at, actor_id as "actorId", action, subject_id as "subjectId", count, why, details, about, hash
    from activity where workspace_id = ${workspaceId} and seq <= ${head.seq} order by seq`.cursor(1_000)
  for await (const some of rows) {
    for (const row of some) {
      if (row.seq !== seq + 1) return [`Activity: row ${seq + 1} is missing.`]
      seq = row.seq
      hash = createHash('sha256')
        .update(linkText(hash, seq, activityText(row)))
        .digest('hex')
      if (hash !== row.hash) return [`Activity: row ${seq} was changed after it was written.`]
    }
  }
  if (seq !== head.seq) return [`Activity: rows ${seq + 1} to ${head.seq} are missing.`]
  return hash === head.hash ? [] : ['Activity: the end of the chain was changed.']
}
