import { loadPolicy } from '@/db/queries/dne/load-policy'
import type { ListCounts } from '@/lib/ingest/lists/counts'
import { entryReader } from '@/lib/ingest/lists/entries'
import { recordsOf } from '@/lib/services/dne/files/stored-bytes'
import { entriesOf } from '@/lib/services/dne/files/entries-of'
import { compareWithList } from './compare'
import { keptWhile } from '../lease'
import { endReading, keepFile, type ListDeps, type TakenFile } from './lease'
import { createStage, fillStage, type StagedEntry } from './stage'

const AT_ONCE = 20_000

/** The dry run: reads the whole file and compares it with the list. False where the worker stops before its end. */
export async function readList(deps: ListDeps, taken: TakenFile): Promise<boolean> {
  const counts = await stageFile(deps, taken)
  if (!counts) return false
  await endReading(deps.sql, taken, counts)
  return true
}

/** Reads the whole file into its stage and merges that; null where the worker stops before the end. */
export async function stageFile(deps: ListDeps, taken: TakenFile): Promise<ListCounts | null> {
  const { sql } = deps
  const { plusTags } = (await loadPolicy(sql, taken.workspaceId)).options
  const now = Math.floor(Date.now() / 1000)
  const entryOf = entryReader(taken.settings, taken.timeZone, now)
  const tally = { rows: 0, unreadable: 0, leftOut: 0 }
  await sql.begin((tx) => createStage(tx, taken.fileId))
  let entries: StagedEntry[] = []
  const flush = async (read: number) => {
    await sql.begin(async (tx) => {
      await fillStage(tx, taken.fileId, entries)
      await keepFile(tx, taken, { done: read, total: taken.size, unit: 'bytes' })
    })
    entries = []
    await deps.fault?.('read')
  }
  for await (const { records, read } of recordsOf(sql, taken, taken.settings)) {
    if (deps.stopping?.()) return null
    for (const record of records) {
      tally.rows++
      const found = entriesOf(record, entryOf, { now, plusTags })
      if (found.kind === 'entries') entries.push(...found.entries)
      else if (found.kind === 'unreadable') tally.unreadable++
      else tally.leftOut++
    }
    if (entries.length >= AT_ONCE) await flush(read)
  }
  await flush(taken.size)
  const compared = await keptWhile(sql, 'list_files', { ...taken, id: taken.fileId }, () =>
    sql.begin((tx) => compareWithList(tx, taken)),
  )
  return { ...tally, ...compared }
}
