import type { Fragment, TransactionSql } from 'postgres'
import { PROTECTED_REASONS } from '@/lib/dne/entry'
import type { ActingIn } from './act'
import { clearValues } from './clear-values'
import { lockSelected } from './lock-addresses'
import { takeOff } from './take-off'

export interface Taken {
  /** Reasons that went. */
  reasons: number
  /** Entries that are off the list now. */
  removed: number
  /** Entries that stay listed: a complaint or an unsubscribe goes by itself only, by an admin. */
  kept: number
}

/** Gathers in `chosen` the values that a query gives, each once, up to a limit; gives how many. */
export async function choose(tx: TransactionSql, select: Fragment, limit: number): Promise<number> {
  await tx.unsafe(`create temp table if not exists chosen (value text collate "C" primary key) on commit delete rows;
    delete from chosen`)
  const { count } = await tx`insert into chosen select value from (${select}) v limit ${limit}`
  return count
}

/** Takes what is `chosen` off the list as part of an act, but for complaints and unsubscribes; bounces up to `at` count no more. */
export async function removeChosen(
  tx: TransactionSql,
  who: ActingIn,
  { actId, chosen, at }: { actId: string; chosen: number; at: Date },
): Promise<Taken> {
  const workspaceId = who.workspace.id
  await lockSelected(tx, workspaceId, 'select value from chosen')
  const reasons = await takeOff(
    tx,
    workspaceId,
    actId,
    tx`select value from chosen`,
    tx`not (r.reason = any(${PROTECTED_REASONS as string[]}::text[]))`,
  )
  const [still] = await tx<{ n: number }[]>`
    select count(*)::int as n from chosen c where exists (select 1 from dne_reasons r
      where r.workspace_id = ${workspaceId} and r.value = c.value and (r.until is null or r.until > ${who.now}))`
  if (reasons > 0) {
    await clearValues(tx, who, {
      actId,
      kind: 'cleared',
      at,
      values: tx`select value from chosen where value like '%@%'`,
    })
  }
  return { reasons, removed: Math.max(0, chosen - still!.n), kept: still!.n }
}
