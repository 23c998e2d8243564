import type { TransactionSql } from 'postgres'
import { createAct, finishAct, type ActingIn } from '@/lib/services/dne/act'
import { storeEntries } from '@/lib/services/dne/store-entries'
import { Stale } from '../lease'
import { keepFile, type ListDeps, type StoringCheckpoint, type TakenFile } from './lease'
import { stageFile } from './read-list'
import { dropFileTables, isWhole, mergedName } from './stage'

/** Entries a step: about a second, in which hand-overs to the workspace wait. */
const STEP = 10_000

/**
 * Puts a list that was read on the Do Not Email list, as one act, in steps in the order of values. Each step is a transaction of its
 * own with its place in the file: hand-overs never wait for the whole list, memory and locks stay the same for five million entries,
 * and a killed worker costs one step. False where the worker stops before its end.
 */
export async function storeList(deps: ListDeps, taken: TakenFile): Promise<boolean> {
  const { sql } = deps
  let place = taken.checkpoint!
  // After a crash of the database the stage is made again: the same file and choices give the same entries in the same order.
  if (!(await isWhole(sql, taken.fileId, place.total))) await stageFile(deps, taken)
  for (let actId = taken.actId; ;) {
    if (deps.stopping?.()) return false
    const step = await sql.begin((tx) => storeStep(tx, taken, place, actId))
    await deps.fault?.('stored')
    if (step === 'done') break
    place = step.place
    actId = step.actId
  }
  await dropFileTables(sql, taken.fileId)
  return true
}

type Step = 'done' | { place: StoringCheckpoint; actId: string }

async function storeStep(
  tx: TransactionSql,
  taken: TakenFile,
  place: StoringCheckpoint,
  known: string | null,
): Promise<Step> {
  const { workspaceId, fileId } = taken
  const who: ActingIn = { workspace: { id: workspaceId }, actor: { userId: place.actorId }, now: new Date() }
  await keepFile(tx, taken, { done: place.n, total: place.total, unit: 'entries' })
  const actId = known ?? (await createAct(tx, who, { kind: 'file', why: taken.choices.note }))
  const n = Math.min(place.n + STEP, place.total)
  const select = tx`
    select value, scope, domain, reason, case when reason = 'bounce' then category else '' end as category, until, bounce_at,
      'file' as source, note, since as created_at
    from ${tx(mergedName(fileId))} where n > ${place.n} and n <= ${n}`
  const added = place.added + (await storeEntries(tx, who, actId, select))
  const next = { ...place, n, added }
  const last = n >= place.total
  const saved = await tx`
    update list_files set checkpoint = ${tx.json(next)}, act_id = ${actId}
      ${last ? tx`, state = 'stored', progress = null, lease_until = null, counts = jsonb_set(counts, '{added}', to_jsonb(${added}::int))` : tx``}
    where workspace_id = ${workspaceId} and id = ${fileId} and fence = ${taken.fence} and state = 'storing'`
  if (saved.count === 0) throw new Stale()
  if (!last) return { place: next, actId }
  await finishAct(tx, who, actId, {
    action: 'dne.file_added',
    count: added,
    details: { entries: place.total },
  })
  return 'done'
}
