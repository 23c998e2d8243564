import type { TransactionSql } from 'postgres'
import { newId } from '@/lib/id'
import { recordActivity } from '@/lib/services/activity'

/** Who acts in which workspace; a `Context` is one, and a worker that goes on with somebody's file makes one. */
export interface ActingIn {
  workspace: { id: string }
  actor: { userId: string }
  now: Date
}

export type ActKind = 'add' | 'remove' | 'file' | 'accept' | 'dismiss' | 'rollback' | 'policy' | 'recovery'

export interface NewAct {
  kind: ActKind
  why?: string
  details?: Record<string, unknown>
}

/** Begins an act: every change of the list names one. Gives its id; `finishAct` belongs at the end of the last transaction. */
export async function createAct(
  tx: TransactionSql,
  { workspace, actor, now }: ActingIn,
  { kind, why = '', details = {} }: NewAct,
): Promise<string> {
  const id = newId(now.getTime())
  await tx`
    insert into dne_acts (workspace_id, id, kind, created_at, created_by, why, count, details)
    values (${workspace.id}, ${id}, ${kind}, ${now}, ${actor.userId}, ${why}, 0, ${tx.json(details as never)})`
  return id
}

/** What an act came to, and its activity row; the last statement of its transaction. */
export async function finishAct(
  tx: TransactionSql,
  who: ActingIn,
  actId: string,
  entry: { action: string; count: number; details?: Record<string, unknown>; about?: readonly string[] },
): Promise<void> {
  const [act] = await tx<{ why: string }[]>`
    update dne_acts set count = ${entry.count} where workspace_id = ${who.workspace.id} and id = ${actId} returning why`
  await recordActivity(tx, who, { ...entry, subjectId: actId, why: act!.why })
}
