import type { Fragment, ISql } from 'postgres'
import { z } from 'zod'
import { fail, ok, type Result } from '@/lib/result'
import { chosenByFilter, chosenByKey, whereChosen } from '@/lib/services/chosen-bounces'
import type { Context } from '@/lib/services/context'
import { MOST_AT_ONCE } from '@/lib/services/replies/move-bounces'

/** Which bounces of reports that may be forged: some by key, all that match a filter, or all that name one sending account. */
export const unverifiedInput = z.object({
  scope: z.discriminatedUnion('kind', [
    chosenByKey,
    z.object({ kind: z.literal('account'), account: z.string().min(1).max(320) }),
    chosenByFilter,
  ]),
})
export type UnverifiedInput = z.infer<typeof unverifiedInput>

/** What a person said of reports that may be forged. */
export interface Judged {
  /** For the undo. */
  id: string
  count: number
}

/** The unverified ones among them, as a condition on `bounces b`; those of an import that is being taken back are left to it. */
export async function whereUnverified(
  ctx: Context,
  scope: UnverifiedInput['scope'],
): Promise<{ where: Fragment }> {
  const { sql, workspace } = ctx
  const { where } =
    scope.kind === 'account'
      ? { where: sql`b.workspace_id = ${workspace.id} and b.account = ${scope.account}` }
      : await whereChosen(ctx, scope)
  return {
    where: sql`${where} and not b.verified and b.import_id not in (
      select id from imports where workspace_id = ${workspace.id} and state = 'undoing')`,
  }
}

/** Refuses where there is none of them, and more than 500,000. */
export async function someUnverified(tx: ISql, where: Fragment): Promise<Result<null>> {
  const [found] = await tx<{ n: number }[]>`
    select count(*)::int as n from (select 1 from bounces b where ${where} limit ${MOST_AT_ONCE + 1}) f`
  if (found!.n === 0) return fail('precondition_failed', 'None of these waits for you to confirm it.')
  if (found!.n > MOST_AT_ONCE) {
    return fail('precondition_failed', 'That is more than 500,000 bounces at once. Narrow the filter first.')
  }
  return ok(null)
}
