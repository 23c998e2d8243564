import type { TransactionSql } from 'postgres'
import { valuesAbove } from '@/lib/dne/canonical'

/** Enough that people rarely wait for each other, few enough that a list of 100,000 fits the server's lock table. */
const STRIPES = 64
const ALL_STRIPES = Array.from({ length: STRIPES }, (_, i) => i)

/**
 * What every change of the list and every hand-over takes first: whoever lists an address waits for the hand-overs to it that are
 * under way, and none starts before the listing is committed. A change takes the values it writes `exclusive`; a hand-over takes its
 * addresses `shared`, with every domain above them. Always in the same order, so nobody waits in a ring.
 */
export async function lockAddresses(
  tx: TransactionSql,
  workspaceId: string,
  addresses: Iterable<string>,
  mode: 'exclusive' | 'shared' = 'exclusive',
): Promise<void> {
  const stripes = new Set<number>()
  for (const address of addresses) {
    const values = mode === 'shared' ? valuesAbove(address, { plusTags: true }) : [address]
    for (const value of values) stripes.add(stripeOf(value))
    if (stripes.size === STRIPES) break
  }
  await lockStripes(tx, workspaceId, [...stripes], mode)
}

/** The same for the addresses that a query of the transaction gives as `value`. */
export async function lockSelected(tx: TransactionSql, workspaceId: string, select: string): Promise<void> {
  const rows = await tx.unsafe<{ value: string }[]>(`select value from (${select}) v limit 200`)
  const stripes = rows.length === 200 ? ALL_STRIPES : rows.map((row) => stripeOf(row.value))
  await lockStripes(tx, workspaceId, [...new Set(stripes)], 'exclusive')
}

/** All of the list at once: waits for every hand-over that is under way. */
export async function lockList(tx: TransactionSql, workspaceId: string): Promise<void> {
  await lockStripes(tx, workspaceId, ALL_STRIPES, 'exclusive')
}

/** One at a time per workspace derives what follows from bounces; taken before the locks on addresses. */
export async function lockSettling(tx: TransactionSql, workspaceId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${workspaceId}::text, 3))`
}

async function lockStripes(
  tx: TransactionSql,
  workspaceId: string,
  stripes: number[],
  mode: 'exclusive' | 'shared',
): Promise<void> {
  if (stripes.length === 0) return
  const lock = tx.unsafe(mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock')
  await tx`
    select ${lock}(hashtextextended(${workspaceId}::text || ' ' || stripe, 4))
    from unnest(${stripes.toSorted((a, b) => a - b)}::int[]) stripe`
}

/** FNV-1a over the value's UTF-16 units. */
function stripeOf(value: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < value.length; i++) hash = Math.imul(hash ^ value.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % STRIPES
}
