import { loadPolicy } from '@/db/queries/dne/load-policy'
import { MAX_TYPOS, type CheckCounts } from '@/lib/ingest/lists/counts'
import { recordsOf } from '@/lib/services/dne/files/stored-bytes'
import { openChecker } from '@/lib/services/dne/files/check-records'
import { endReading, keepFile, type ListDeps, type TakenFile } from './lease'

const HEARTBEAT_MS = 500

/** Checks a file of contacts against the list. Nothing of it is stored but the counts. */
export async function checkFile(deps: ListDeps, taken: TakenFile): Promise<boolean> {
  const { sql } = deps
  const now = new Date()
  const tally = emptyTally(now)
  const typos = new Map<string, { to: string; count: number }>()
  const { plusTags } = (await loadPolicy(sql, taken.workspaceId)).options
  const check = openChecker(sql, taken, { plusTags, now: () => new Date() })
  let told = performance.now()
  for await (const { records, read } of recordsOf(sql, taken, taken.settings)) {
    if (deps.stopping?.()) return false
    for (const { fate, typo } of await check(records)) {
      tally.rows++
      tally[fate.kind]++
      if (fate.kind === 'listed' || fate.kind === 'resting')
        tally.byReason[fate.hit.reason] = (tally.byReason[fate.hit.reason] ?? 0) + 1
      if (!typo) continue
      tally.typoRows++
      const known = typos.get(typo.from)
      if (known) known.count++
      else if (typos.size < 10_000) typos.set(typo.from, { to: typo.to, count: 1 })
    }
    if (performance.now() - told > HEARTBEAT_MS) {
      told = performance.now()
      await keepFile(sql, taken, { done: read, total: taken.size, unit: 'bytes' })
    }
  }
  tally.typos = [...typos]
    .map(([from, { to, count }]) => ({ from, to, count }))
    .toSorted((a, b) => b.count - a.count || (a.from < b.from ? -1 : 1))
    .slice(0, MAX_TYPOS)
  await endReading(sql, taken, tally)
  return true
}

function emptyTally(now: Date): CheckCounts {
  return {
    rows: 0,
    clean: 0,
    listed: 0,
    resting: 0,
    unreadable: 0,
    byReason: {},
    typos: [],
    typoRows: 0,
    checkedAt: now.toISOString(),
  }
}
