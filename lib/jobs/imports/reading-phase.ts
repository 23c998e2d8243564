import { findChunk, readChunks } from '@/db/queries/uploads/chunks'
import type { OwnRules } from '@/lib/bounce/own-rules'
import { readerSettingsSchema } from '@/lib/ingest/settings'
import type { RejectReason } from '@/lib/ingest/types'
import type { Batch, Reject } from '../reading/messages'
import { openReading, type Reading } from '../reading/open-reading'
import { knownSenders } from './known-senders'
import { at, saveStep } from './lease'
import { stageOptOuts } from './opt-outs'
import { Pace } from './pace'
import { loadRules, signatureOf } from './rules'
import { noteSeen, seenSoFar } from './seen-so-far'
import { createStage, fillStage, requireWhole, requireStage, resolveRepeats, storable } from './stage-table'
import { addReasons } from './tally'
import { emptyReading, type Checkpoint, type Deps, type Taken, type Tx, type Work } from './work'

/** Reads the file into the stage, a batch a step, from where an earlier worker stood. Returns at the end or when `until` says so. */
export async function runReading(deps: Deps, taken: Taken, work: Work, until: () => boolean): Promise<void> {
  let checkpoint = work.checkpoint
  const rules = await loadRules(deps.sql, taken.workspaceId)
  if (checkpoint.reading.position === null || checkpoint.rules !== signatureOf(rules)) {
    checkpoint = { ...checkpoint, reading: emptyReading(), rules: signatureOf(rules) }
    await deps.sql.begin((tx) => startStage(tx, taken, checkpoint))
  }
  await at(deps, 'stage created')
  const reading = await openAt(deps, taken, work, checkpoint, rules)
  const pace = new Pace(0, 0)
  try {
    for (let batch = await reading.next(); batch !== null; batch = await reading.next()) {
      const next = advance(checkpoint, batch)
      await deps.sql.begin(async (tx) => {
        await requireStage(tx, taken)
        await fillStage(tx, taken.importId, batch)
        await stageOptOuts(tx, taken.importId, batch.optOuts)
        await at(deps, 'batch copied')
        await addRejects(tx, taken, batch.rejects)
        await at(deps, 'rejects added')
        if (batch.last) await endReading(tx, taken, next, work)
        else
          await saveStep(tx, taken, {
            checkpoint: next,
            progress: readingProgress(pace, checkpoint, next, work),
          })
        await at(deps, 'reading saved')
      })
      checkpoint = next
      noteSeen(readingName(taken, work), batch.seq, batch.last)
      await at(deps, 'reading committed')
      if (until()) return
    }
  } finally {
    await reading.close()
  }
}

async function startStage(tx: Tx, taken: Taken, checkpoint: Checkpoint): Promise<void> {
  await saveStep(tx, taken, { checkpoint, prepares: true })
  await createStage(tx, taken)
  await tx`
    delete from import_rejects where workspace_id = ${taken.workspaceId} and import_id = ${taken.importId}`
}

function readingName({ importId }: Taken, { settings }: Work): string {
  return `${importId} ${JSON.stringify(settings)}`
}

async function openAt(
  { sql }: Deps,
  taken: Taken,
  work: Work,
  { reading }: Checkpoint,
  rules: OwnRules,
): Promise<Reading> {
  const { workspaceId } = taken
  const place = { workspaceId, uploadId: work.uploadId }
  const offset = reading.position?.offset ?? 0
  const { gzip } = work
  const chunk = gzip ? { seq: 0, start: 0 } : await findChunk(sql, place, offset)
  const settings = readerSettingsSchema.parse(work.settings)
  const start = {
    settings,
    position: reading.position,
    skip: offset - chunk.start,
    seq: reading.seq,
    gzip,
    rules,
    senders: await knownSenders(sql, workspaceId),
    seen: seenSoFar(readingName(taken, work), reading.seq),
  }
  return openReading(start, readChunks(sql, place, chunk.seq))
}

function advance(checkpoint: Checkpoint, batch: Batch): Checkpoint {
  const { reading } = checkpoint
  const rejected: Partial<Record<RejectReason, number>> = {}
  for (const { reason } of batch.rejects) rejected[reason] = (rejected[reason] ?? 0) + 1
  return {
    ...checkpoint,
    reading: {
      position: batch.position,
      records: reading.records + batch.records,
      seq: batch.seq,
      staged: reading.staged + batch.staged,
      skipped: addReasons(reading.skipped, batch.skipped),
      rejected: addReasons(reading.rejected, rejected),
    },
  }
}

function readingProgress(pace: Pace, before: Checkpoint, after: Checkpoint, work: Work) {
  const from = before.reading.position?.offset ?? 0
  const done = after.reading.position?.offset ?? 0
  const total = Math.max(work.size, done)
  return pace.progress(
    { phase: 'reading', unit: 'bytes', done, total, rows: after.reading.seq },
    done - from,
    after.reading.seq - before.reading.seq,
  )
}

async function endReading(tx: Tx, taken: Taken, next: Checkpoint, work: Work): Promise<void> {
  await requireWhole(tx, taken.importId, next.reading.staged)
  await resolveRepeats(tx, taken.importId)
  const storing = next.auto || work.state === 'importing'
  const checkpoint: Checkpoint = {
    ...next,
    phase: storing ? 'storing' : 'checking',
    stored: next.stored || storing,
  }
  await saveStep(tx, taken, {
    checkpoint,
    progress: null,
    ...(storing ? { state: 'importing' as const } : {}),
  })
}

async function addRejects(tx: Tx, { workspaceId, importId }: Taken, rejects: Reject[]): Promise<void> {
  for (let from = 0; from < rejects.length; from += 500) {
    const some = rejects.slice(from, from + 500)
    const text = (pick: (each: Reject) => string | null) => some.map((each) => storable(pick(each) ?? ''))
    await tx`
      insert into import_rejects (workspace_id, import_id, seq, line, reason, "column", value, raw)
      select ${workspaceId}, ${importId}, seq, line, reason, nullif(col, ''), value, raw
      from unnest(${some.map((each) => each.seq)}::int[], ${some.map((each) => each.line)}::int[],
        ${text((each) => each.reason)}::text[], ${text((each) => each.column)}::text[],
        ${text((each) => each.value)}::text[], ${text((each) => each.raw)}::text[])
        as r(seq, line, reason, col, value, raw)`
  }
}
