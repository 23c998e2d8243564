import { z } from 'zod'
import { policySchema } from '@/lib/dne/policy'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { judge } from './judge'
import { openTouched, touchSince } from './touched'

export const previewPolicyInput = z.strictObject({ policy: policySchema })

const DAYS = 30

interface Effects {
  /** Addresses that would have been listed for good, suggested, put to rest. */
  listed: number
  suggested: number
  held: number
}

export interface PolicyPreview extends Effects {
  from: Date
  to: Date
  /** Categories with bounces in that time. */
  categories: ({ category: string; bounces: number } & Effects)[]
}

/** What a policy would have done in the last 30 days, with the bounces and decisions that there are; changes nothing. */
export async function previewPolicy(
  ctx: Context,
  input: z.input<typeof previewPolicyInput>,
): Promise<Result<PolicyPreview>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const parsed = previewPolicyInput.safeParse(input)
  if (!parsed.success)
    return fail('invalid_input', parsed.error.issues[0]?.message ?? ERRORS.invalid_input.text)
  const { policy } = parsed.data
  const workspaceId = ctx.workspace.id
  const from = new Date(ctx.now.getTime() - DAYS * 86_400_000)
  return ctx.sql.begin(async (tx): Promise<Result<PolicyPreview>> => {
    await openTouched(tx)
    await touchSince(tx, workspaceId, from, policy)
    await judge(tx, { workspaceId, now: from }, policy)
    const rows = await tx<({ category: string | null; bounces: number } & Effects)[]>`
      with firsts as (select value, min(bounce_at) as at from judged where lists group by value),
      events as (
        select j.category, j.value, j.lists and j.bounce_at = f.at as lists,
          f.at is null and j.kind is not null as suggests, f.at is null and j.until is not null as holds
        from judged j left join firsts f on f.value = j.value
        where j.bounce_at >= ${from} and (f.at is null or f.at >= ${from})),
      told as (
        select category, count(distinct value) filter (where lists)::int as listed,
          count(distinct value) filter (where suggests)::int as suggested, count(distinct value) filter (where holds)::int as held
        from events group by rollup (category)),
      counted as (
        select category, count(*)::int as bounces from bounces
        where workspace_id = ${workspaceId} and occurred_at >= ${from} and category <> 'unclassified' group by rollup (category))
      select c.category, c.bounces, coalesce(t.listed, 0) as listed, coalesce(t.suggested, 0) as suggested,
        coalesce(t.held, 0) as held
      from counted c left join told t on t.category is not distinct from c.category order by c.bounces desc`
    const all = rows.find((row) => row.category === null)
    const { listed = 0, suggested = 0, held = 0 } = all ?? {}
    const categories = rows.flatMap((row) =>
      row.category === null ? [] : [{ ...row, category: row.category }],
    )
    return ok({ from, to: ctx.now, listed, suggested, held, categories })
  })
}
