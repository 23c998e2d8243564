import type { TransactionSql } from 'postgres'
import { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { createAct, finishAct } from './act'
import { chosenValues, entriesInput } from './match-entries'
import { choose, removeChosen, type Taken } from './remove-chosen'
import { beginRun } from './runs/begin-run'
import { transact } from './transact'

/** Entries that go at once; a worker takes more off, step by step. */
const AT_ONCE = 20_000

export const removeEntriesInput = z.strictObject({
  select: entriesInput,
  why: z.string().trim().min(1).max(500),
})

export interface Removed extends Pick<Taken, 'removed' | 'kept'> {
  /** For the undo; null where nothing changed. */
  actId: string | null
  /** True where a worker does it, step by step. */
  goesOn: boolean
}

/**
 * Takes entries off the list with a reason, some or all that match a filter; bounces up to now count no more against them. Complaints
 * and unsubscribes stay. A filter that matches very many is left to a worker: what is listed by later acts stays then.
 */
export async function removeEntries(
  ctx: Context,
  input: z.input<typeof removeEntriesInput>,
  atOnce = AT_ONCE,
): Promise<Result<Removed>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const parsed = removeEntriesInput.safeParse(input)
  if (!parsed.success) return fail('invalid_input', 'Say why you remove this.', { why: 'Give a reason.' })
  const { select, why } = parsed.data
  return transact(ctx.sql, async (tx): Promise<Result<Removed>> => {
    const scope = 'ids' in select ? 'chosen' : 'filter'
    const chosen = await choose(tx, chosenValues(tx, ctx.workspace, select, ctx.now).select, atOnce + 1)
    if (chosen === 0) return ok({ actId: null, removed: 0, kept: 0, goesOn: false })
    const actId = await createAct(tx, ctx, { kind: 'remove', why, details: { scope } })
    if (chosen > atOnce && 'filter' in select) {
      const total = await countReasons(tx, ctx.workspace.id)
      await beginRun(tx, ctx, { kind: 'remove', actId, details: select, total })
      return ok({ actId, removed: 0, kept: 0, goesOn: true })
    }
    const { reasons, removed, kept } = await removeChosen(tx, ctx, { actId, chosen, at: ctx.now })
    if (reasons === 0) {
      await tx`delete from dne_acts where workspace_id = ${ctx.workspace.id} and id = ${actId}`
      return ok({ actId: null, removed: 0, kept, goesOn: false })
    }
    const about = chosen <= 20 ? await chosenNow(tx) : []
    await finishAct(tx, ctx, actId, {
      action: 'dne.removed',
      count: removed,
      details: { scope, kept },
      about,
    })
    return ok({ actId, removed, kept, goesOn: false })
  })
}

async function countReasons(tx: TransactionSql, workspaceId: string): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from dne_reasons where workspace_id = ${workspaceId}`
  return row!.n
}

async function chosenNow(tx: TransactionSql): Promise<string[]> {
  return (await tx<{ value: string }[]>`select value from chosen`).map((row) => row.value)
}
