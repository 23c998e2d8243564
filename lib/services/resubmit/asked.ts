import type { Asked } from '@/db/queries/resubmit/candidates'
import { loadRules, type ResubmitRules } from '@/db/queries/resubmit/load-rules'
import type { Moment } from '@/db/queries/resubmit/standing'
import { filtered } from '@/db/queries/resubmit/summary'
import { whereChosen } from '@/lib/services/chosen-bounces'
import type { Context } from '@/lib/services/context'
import type { BatchScope } from './batch-input'

/** The moment of a request, with the workspace's rules. */
export async function momentOf({ sql, workspace, now }: Context): Promise<Moment & ResubmitRules> {
  return { workspaceId: workspace.id, now, ...(await loadRules(sql, workspace.id)) }
}

/** The recipients a scope names, as a condition. */
export async function askedBy(ctx: Context, scope: BatchScope): Promise<Asked> {
  if (scope.kind === 'groups') return { contacts: filtered(ctx.sql, scope) }
  return { bounces: (await whereChosen(ctx, scope)).where }
}

/** Whom the scope hands over: the ready ones, or, once more, those given up. */
export function wantedState(scope: BatchScope): 'ready' | 'given_up' {
  return scope.kind === 'groups' ? scope.state : 'ready'
}
