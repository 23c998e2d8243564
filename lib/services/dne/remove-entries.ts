import type { TransactionSql } from 'postgres'
import { z } from 'zod'
import { PROTECTED_REASONS } from '@/lib/dne/entry'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { createAct, finishAct } from './act'
import { clearValues } from './clear-values'
import { lockSelected } from './lock-addresses'
import { chosenValues, entriesInput } from './match-entries'
import { takeOff } from './take-off'

/** Entries that one act may take off. */
const MOST_AT_ONCE = 500_000

export const removeEntriesInput = z.strictObject({
  select: entriesInput,
  why: z.string().trim().min(1).max(500),
})

export interface Removed {
  /** For the undo; null where nothing changed. */
  actId: string | null
  /** Entries that are off the list now. */
  removed: number
  /** Entries that stay listed: a complaint or an unsubscribe goes by itself only, by an admin. */
  kept: number
}

/**
 * Takes entries off the list with a reason, some or all that match a filter; bounces up to now count no more against them. Complaints
 * and unsubscribes stay. Rejects more than 500,000 at once.
 */
export async function removeEntries(
  ctx: Context,
  input: z.input<typeof removeEntriesInput>,
): Promise<Result<Removed>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const parsed = removeEntriesInput.safeParse(input)
  if (!parsed.success) return fail('invalid_input', 'Say why you remove this.', { why: 'Give a reason.' })
  const { select, why } = parsed.data
  return ctx.sql.begin(async (tx): Promise<Result<Removed>> => {
    const chosen = await choose(tx, ctx, select)
    if (chosen > MOST_AT_ONCE) {
      return fail(
        'precondition_failed',
        'That is more than 500,000 entries at once. Narrow the filter first.',
      )
    }
    if (chosen === 0) return ok({ actId: null, removed: 0, kept: 0 })
    await lockSelected(tx, ctx.workspace.id, 'select value from chosen')
    const scope = 'ids' in select ? 'chosen' : 'filter'
    const actId = await createAct(tx, ctx, { kind: 'remove', why, details: { scope } })
    const taken = await takeOff(
      tx,
      ctx.workspace.id,
      actId,
      tx`
      select value from chosen`,
      tx`not (r.reason = any(${PROTECTED_REASONS as string[]}::text[]))`,
    )
    const kept = await stillListed(tx, ctx)
    if (taken === 0) {
      await tx`delete from dne_acts where workspace_id = ${ctx.workspace.id} and id = ${actId}`
      return ok({ actId: null, removed: 0, kept })
    }
    await clearValues(tx, ctx, {
      actId,
      kind: 'cleared',
      at: ctx.now,
      values: tx`
      select value from chosen where value like '%@%'`,
    })
    const removed = Math.max(0, chosen - kept)
    const about = chosen <= 20 ? await chosenNow(tx) : []
    await finishAct(tx, ctx, actId, {
      action: 'dne.removed',
      count: removed,
      details: { scope, kept },
      about,
    })
    return ok({ actId, removed, kept })
  })
}

async function choose(
  tx: TransactionSql,
  ctx: Context,
  select: z.infer<typeof entriesInput>,
): Promise<number> {
  await tx`create temp table if not exists chosen (value text collate "C" primary key) on commit delete rows`
  const values = chosenValues(tx, ctx.workspace, select, ctx.now)
  const { count } = await tx`
    insert into chosen select value from (${values.select}) v limit ${MOST_AT_ONCE + 1}`
  return count
}

async function stillListed(tx: TransactionSql, { workspace, now }: Context): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from chosen c where exists (select 1 from dne_reasons r
      where r.workspace_id = ${workspace.id} and r.value = c.value and (r.until is null or r.until > ${now}))`
  return row!.n
}

async function chosenNow(tx: TransactionSql): Promise<string[]> {
  return (await tx<{ value: string }[]>`select value from chosen`).map((row) => row.value)
}
