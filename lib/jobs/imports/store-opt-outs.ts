import { lockSettling } from '@/lib/services/dne/lock-addresses'
import { storeEntries } from '@/lib/services/dne/store-entries'
import { lockFacts } from './facts-lock'
import { at, saveStep } from './lease'
import { loadOptOuts, type Counted } from './opt-outs'
import { requireFreshStage } from './fresh-stage'
import { optOutsName } from './stage-table'
import type { Checkpoint, Deps, Taken, Tx, Work } from './work'

const STEP = 20_000

/**
 * Puts on the Do Not Email list who wants no more mail, a step at a time and before the bounces: a transaction locks its addresses once,
 * and those of the bounces are others. Gives the checkpoint behind it.
 */
export async function storeOptOuts(deps: Deps, taken: Taken, work: Work): Promise<Checkpoint> {
  let { checkpoint } = work
  for (let more = true; more;) {
    const before = checkpoint
    checkpoint = await deps.sql.begin((tx) => storeStep(deps, tx, taken, { ...work, checkpoint: before }))
    more = checkpoint !== before
    if (more) await at(deps, 'opt-outs committed')
  }
  return checkpoint
}

async function storeStep(deps: Deps, tx: Tx, taken: Taken, work: Work): Promise<Checkpoint> {
  const { checkpoint } = work
  const { after, counted } = checkpoint.optOuts ?? NONE
  await lockFacts(tx, taken.workspaceId)
  await requireFreshStage(tx, taken, work)
  const [span] = await tx.unsafe<{ to: number | null }[]>(
    `select max(seq) as to from (select seq from ${optOutsName(taken.importId)} where seq > $1 order by seq limit ${STEP}) s`,
    [after],
  )
  const to = span!.to
  if (to === null) return checkpoint
  await lockSettling(tx, taken.workspaceId)
  const step = await loadOptOuts(tx, taken, { after, to })
  await tx`
    insert into opt_outs (workspace_id, import_id, key, line, address, listed_as, reason, account, feedback_type, occurred_at, verified)
    select ${taken.workspaceId}, ${taken.importId}, key, line, address, listed_as, reason, account, feedback_type, to_timestamp(at), verified
    from step_opt_outs order by key, seq on conflict do nothing`
  await at(deps, 'opt-outs stored')
  if (step.new > 0) await list(tx, taken, work)
  await at(deps, 'opt-outs listed')
  const next: Checkpoint = { ...checkpoint, optOuts: { after: to, counted: add(counted, step) } }
  await saveStep(tx, taken, { checkpoint: next })
  return next
}

const NONE = { after: 0, counted: { new: 0, known: 0, unverified: 0 } }

function add(a: Counted, b: Counted): Counted {
  return { new: a.new + b.new, known: a.known + b.known, unverified: a.unverified + b.unverified }
}

/** Only what is told for the first time and surely: whom an admin took off stays off when the same report comes again. */
async function list(tx: Tx, { workspaceId, importId }: Taken, { checkpoint, settings }: Work): Promise<void> {
  const who = { workspace: { id: workspaceId }, actor: { userId: checkpoint.actorId }, now: new Date() }
  const source = (settings as { format?: unknown }).format === 'mail' ? 'mail' : 'file'
  await tx`
    insert into dne_acts (workspace_id, id, kind, created_at, created_by, count, details)
    values (${workspaceId}, ${importId}, 'import', ${who.now}, ${checkpoint.actorId}, 0, '{}') on conflict do nothing`
  const written = await storeEntries(
    tx,
    who,
    importId,
    tx`
      select distinct on (listed_as, reason) listed_as as value, 'address' as scope,
        substr(listed_as, length(listed_as) - strpos(reverse(listed_as), '@') + 2) as domain, reason, '' as category,
        null::timestamptz as until, null::timestamptz as bounce_at, ${source}::text as source, '' as note,
        null::timestamptz as created_at
      from step_opt_outs where verified and not known order by listed_as, reason, seq`,
  )
  await tx`
    update dne_acts set count = count + ${written} where workspace_id = ${workspaceId} and id = ${importId}`
}
