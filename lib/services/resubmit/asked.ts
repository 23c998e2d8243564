import { matching } from '@/db/queries/bounces/conditions'
import { openScope } from '@/db/queries/bounces/scope'
import type { Asked } from '@/db/queries/resubmit/candidates'
import { loadRules, type ResubmitRules } from '@/db/queries/resubmit/load-rules'
import type { Moment } from '@/db/queries/resubmit/standing'
import { filtered } from '@/db/queries/resubmit/summary'
import { parseBounceKey } from '@/lib/bounce/key'
import type { Context } from '@/lib/services/context'
import type { BatchScope } from './batch-input'

/** The moment of a request, with the workspace's rules. */
export async function momentOf({ sql, workspace, now }: Context): Promise<Moment & ResubmitRules> {
  return { workspaceId: workspace.id, now, ...(await loadRules(sql, workspace.id)) }
}

/** The recipients a scope names, as a condition. */
export async function askedBy({ sql, workspace }: Context, scope: BatchScope): Promise<Asked> {
  if (scope.kind === 'groups') return { contacts: filtered(sql, scope) }
  if (scope.kind === 'filter')
    return { bounces: matching(sql, await openScope(sql, workspace, scope.filter)) }
  const keys = scope.keys.map((key) => parseBounceKey(key)).filter((key) => key !== null)
  const times = keys.map((key) => key.occurredAt.toISOString())
  const uuids = keys.map((key) => key.dedupeKey)
  return {
    bounces: sql`b.workspace_id = ${workspace.id} and (b.occurred_at, b.dedupe_key) in
      (select * from unnest(${times}::timestamptz[], ${uuids}::uuid[]))`,
  }
}

/** Whom the scope hands over: the ready ones, or, once more, those given up. */
export function wantedState(scope: BatchScope): 'ready' | 'given_up' {
  return scope.kind === 'groups' ? scope.state : 'ready'
}
