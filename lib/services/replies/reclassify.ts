import type { Fragment, ISql } from 'postgres'
import { z } from 'zod'
import { isCategoryId } from '@/lib/bounce/categories'
import { newId } from '@/lib/id'
import { lockFacts } from '@/lib/jobs/imports/facts-lock'
import { fail, ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import { chosenByFilter, chosenByKey, whereChosen } from '@/lib/services/chosen-bounces'
import type { Context } from '@/lib/services/context'
import { recordChange } from './act'
import { MOST_AT_ONCE, moveBounces } from './move-bounces'

export const reclassifyInput = z.object({
  category: z
    .string()
    .refine((id) => isCategoryId(id) || id === 'unclassified', 'Pick one of the categories.'),
  /** Which bounces: some by key, all with one reply (now and from now on), or all that match a filter. */
  scope: z.discriminatedUnion('kind', [
    chosenByKey,
    z.object({ kind: z.literal('reply'), templateId: z.guid() }),
    chosenByFilter,
  ]),
})
export type ReclassifyInput = z.infer<typeof reclassifyInput>

export interface Reclassified {
  /** For the undo. */
  id: string
  count: number
}

/** Puts bounces into another category, with totals, history and activity in one transaction. Rejects an unknown reply and more than 500,000 bounces. */
export async function reclassify(ctx: Context, input: ReclassifyInput): Promise<Result<Reclassified>> {
  const asked = authorised(ctx, 'operator', reclassifyInput, input)
  if (!asked.ok) return asked
  const { category, scope } = asked.value
  const { where } = await rowsOf(ctx, scope)
  return ctx.sql.begin(async (tx): Promise<Result<Reclassified>> => {
    const timeZone = await lockFacts(tx, ctx.workspace.id)
    const templateId = scope.kind === 'reply' ? scope.templateId : null
    if (templateId && !(await templateExists(tx, ctx.workspace.id, templateId))) {
      return fail('not_found', 'This reply does not exist any more.')
    }
    const affected = await countUpTo(tx, where, category)
    if (affected > MOST_AT_ONCE) {
      return fail(
        'precondition_failed',
        'That is more than 500,000 bounces at once. Narrow the filter first.',
      )
    }
    const previousRule = templateId ? await setRule(tx, ctx, templateId, category) : null
    if (affected === 0 && (!templateId || previousRule === category)) {
      return fail('precondition_failed', 'Nothing to change: it is in this category already.')
    }
    const id = newId(ctx.now.getTime())
    const count = await moveBounces(tx, { id: ctx.workspace.id, timeZone }, { id, category, where })
    await tx`
      insert into reclassifications
        (workspace_id, id, category, template_id, previous_rule, count, created_by, created_at)
      values (${ctx.workspace.id}, ${id}, ${category}, ${templateId}, ${previousRule}, ${count},
        ${ctx.actor.userId}, ${ctx.now})`
    await recordChange(tx, ctx, {
      action: 'bounces.reclassified',
      subjectId: id,
      count,
      details: { category, scope: scope.kind },
    })
    return ok({ id, count })
  })
}

async function rowsOf(ctx: Context, scope: ReclassifyInput['scope']): Promise<{ where: Fragment }> {
  if (scope.kind !== 'reply') return whereChosen(ctx, scope)
  return { where: ctx.sql`b.workspace_id = ${ctx.workspace.id} and b.template_id = ${scope.templateId}` }
}

async function templateExists(tx: ISql, workspaceId: string, templateId: string): Promise<boolean> {
  const rows = await tx`select 1 from templates where workspace_id = ${workspaceId} and id = ${templateId}`
  return rows.length > 0
}

async function countUpTo(tx: ISql, where: Fragment, category: string): Promise<number> {
  const rows = await tx<{ n: number }[]>`
    select count(*)::int as n from
      (select 1 from bounces b where ${where} and b.category <> ${category} limit ${MOST_AT_ONCE + 1}) found`
  return rows[0]!.n
}

/** Makes the category the reply's own from now on; gives the category that was so before. */
async function setRule(tx: ISql, ctx: Context, templateId: string, category: string): Promise<string | null> {
  const before = await tx<{ category: string }[]>`
    select category from template_rules where workspace_id = ${ctx.workspace.id} and template_id = ${templateId}`
  await tx`
    insert into template_rules (workspace_id, template_id, category, created_by, created_at)
    values (${ctx.workspace.id}, ${templateId}, ${category}, ${ctx.actor.userId}, ${ctx.now})
    on conflict (workspace_id, template_id) do update
      set category = excluded.category, created_by = excluded.created_by, created_at = excluded.created_at`
  return before[0]?.category ?? null
}
