import { CELL_COUNT, CELLS } from '@/lib/analytics/cells'
import type { Tx } from './work'

/** Where the changed rows stand: a relation with day, account, provider, template_id, cell and, signed, n. */
export interface Changes {
  relation: string
  /** `1` where every row is an added one. */
  sign: string
  workspaceId: string
}

interface Rollup {
  table: string
  keys: string[]
}

const ROLLUPS: readonly Rollup[] = [
  { table: 'account_days', keys: ['day', 'account'] },
  { table: 'provider_days', keys: ['day', 'provider'] },
  { table: 'account_provider_days', keys: ['account', 'provider', 'day'] },
]

/** Adds changed rows to every rollup, in the transaction that changes the bounces. Rows come in key order, so writers never deadlock. */
export async function addToRollups(tx: Tx, changes: Changes): Promise<void> {
  const { relation, sign, workspaceId } = changes
  // Once by all three, and from these few the coarser ones: each cell costs one look at every row.
  await tx.unsafe(`create temp table if not exists rollup_changes (day date, account text collate "C",
    provider text collate "C", counts integer[]) on commit delete rows`)
  await tx`delete from rollup_changes`
  const { count } = await tx.unsafe(
    `insert into rollup_changes select day, account, provider, ${cellsSql((cell) => countOf(cell, sign))}
     from ${relation} c group by day, account, provider`,
  )
  if (count === 0) return
  for (const rollup of ROLLUPS) await addCounts(tx, rollup, workspaceId)
  await addTemplateDays(tx, changes)
}

function cellsSql(countSql: (cell: number) => string): string {
  const used = new Set(CELLS.map(({ index }) => index))
  const cells = Array.from({ length: CELL_COUNT }, (_, i) => (used.has(i + 1) ? countSql(i + 1) : '0'))
  return `array[${cells.join(', ')}]`
}

function countOf(cell: number, sign: string): string {
  if (sign === '1') return `(count(*) filter (where cell = ${cell}))::int`
  return `coalesce(sum(${sign}) filter (where cell = ${cell}), 0)::int`
}

async function addCounts(tx: Tx, { table, keys }: Rollup, workspaceId: string): Promise<void> {
  const by = keys.join(', ')
  const sums =
    keys.length === 3
      ? 'select * from rollup_changes c'
      : `select ${by}, ${cellsSql((cell) => `sum(counts[${cell}])::int`)} as counts from rollup_changes c group by ${by}`
  await tx.unsafe(
    `insert into ${table} as r (workspace_id, ${by}, counts)
     select $1::uuid, ${by}, counts from (${sums}) s order by ${by}
     on conflict (workspace_id, ${by}) do update set counts = add_counts(r.counts, excluded.counts)`,
    [workspaceId],
  )
}

async function addTemplateDays(tx: Tx, { relation, sign, workspaceId }: Changes): Promise<void> {
  await tx.unsafe(
    `insert into template_days as r (workspace_id, day, template_id, count)
     select $1::uuid, day, template_id, sum(${sign})::int from ${relation} c group by day, template_id order by day, template_id
     on conflict (workspace_id, day, template_id) do update set count = r.count + excluded.count`,
    [workspaceId],
  )
}

/** Removes rollup rows of the given days that count nothing any more. */
export async function dropEmptyRollups(tx: Tx, workspaceId: string, relation: string): Promise<void> {
  for (const { table } of ROLLUPS) {
    await tx.unsafe(
      `delete from ${table} where workspace_id = $1::uuid and day in (select distinct day from ${relation} c)
       and 0 = all (counts)`,
      [workspaceId],
    )
  }
  await tx.unsafe(
    `delete from template_days where workspace_id = $1::uuid and day in (select distinct day from ${relation} c) and count = 0`,
    [workspaceId],
  )
}
