import type { TransactionSql } from 'postgres'
import { newId } from '@/lib/id'
import { tellWork } from '@/lib/jobs/wake'
import type { ActingIn } from '../act'
import type { RunKind } from './run'

interface NewRun {
  kind: RunKind
  actId: string
  details: object
  /** Bounces or entries to look at, as far as is known. */
  total: number
}

/** Leaves work on the list to a worker, from the commit on. */
export async function beginRun(
  tx: TransactionSql,
  { workspace, actor, now }: ActingIn,
  { kind, actId, details, total }: NewRun,
): Promise<void> {
  await tx`
    insert into dne_runs (workspace_id, id, kind, act_id, state, details, total, created_by, created_at)
    values (${workspace.id}, ${newId(now.getTime())}, ${kind}, ${actId}, 'running', ${tx.json(details as never)}, ${total},
      ${actor.userId}, ${now})`
  await tellWork(tx)
}
