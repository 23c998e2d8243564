import { z } from 'zod'
import { ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { planRule } from './plan-rule'
import { ruleInput } from './rule-input'

export interface RuleTest {
  /** Bounces that would change. */
  count: number
  /** Where they are now, most first. */
  from: { category: string; count: number }[]
  /** The replies they have, most first, the first few. */
  replies: { text: string; count: number }[]
}

const SHOWN = 4

export const testRuleInput = ruleInput.extend({
  /** The rule that is edited; absent for a new one. */
  id: z.guid().optional(),
})

/** Says what a rule on words would change in the history, without saving it. */
export async function testRule(
  ctx: Context,
  input: z.infer<typeof testRuleInput>,
): Promise<Result<RuleTest>> {
  const asked = authorised(ctx, 'operator', testRuleInput, input)
  if (!asked.ok) return asked
  const { id, ...rule } = asked.value
  const { sql, workspace } = ctx
  const { where } = await planRule(sql, workspace.id, rule, id)
  const rows = await sql<{ category: string; templateId: string; n: number }[]>`
    select b.category, b.template_id as "templateId", count(*)::int as n
    from bounces b where ${where} group by 1, 2`
  const from = sumBy(rows, (row) => row.category)
  const replies = sumBy(rows, (row) => row.templateId).slice(0, SHOWN)
  const texts = await sql<{ id: string; text: string }[]>`
    select id, text from templates
    where workspace_id = ${workspace.id} and id = any(${replies.map(([id]) => id)}::uuid[])`
  const textOf = new Map(texts.map((each) => [each.id, each.text]))
  return ok({
    count: rows.reduce((sum, row) => sum + row.n, 0),
    from: from.map(([category, count]) => ({ category, count })),
    replies: replies.map(([id, count]) => ({ text: textOf.get(id) ?? '', count })),
  })
}

function sumBy<T extends { n: number }>(rows: readonly T[], key: (row: T) => string): [string, number][] {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + row.n)
  return [...sums].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
}
