import type { Fragment, TransactionSql } from 'postgres'

/**
 * Keeps the number of values that are listed for good, around a change of reasons: `values` gives every value that it may touch, locked
 * already.
 */
export async function countingGood<T>(
  tx: TransactionSql,
  workspaceId: string,
  values: Fragment,
  change: () => Promise<T>,
): Promise<T> {
  const count = async () => {
    const [row] = await tx<{ n: number }[]>`
      select count(distinct r.value)::int as n from (${values}) v
      join dne_reasons r on r.workspace_id = ${workspaceId} and r.value = v.value and r.until is null`
    return row!.n
  }
  const before = await count()
  const result = await change()
  const delta = (await count()) - before
  if (delta !== 0) {
    await tx`
      insert into dne_counts (workspace_id, for_good) values (${workspaceId}, ${delta})
      on conflict (workspace_id) do update set for_good = dne_counts.for_good + excluded.for_good`
  }
  return result
}
