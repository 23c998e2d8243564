import type { ISql, TransactionSql } from 'postgres'
import { z } from 'zod'
import { loadTemplates } from '@/db/queries/rules/load-templates'
import { saysWords } from '@/lib/bounce/own-rules'
import { ERRORS } from '@/lib/errors'
import { lockFacts } from '@/lib/jobs/imports/facts-lock'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { markOf, recordChange, remembered } from './act'
import { decideAnew } from './decide-anew'
import { shiftCounts } from './shift-counts'

export const undoReclassificationInput = z.object({ id: z.uuid() })

type Workspace = Pick<Context['workspace'], 'id' | 'timeZone'>

interface Act {
  id: string
  category: string
  templateId: string | null
  ruleId: string | null
  createdAt: Date
  undoneAt: Date | null
}

/** Takes one act of reclassifying back. Bounces that were changed again since, and a rule that was set again since, stay as they are. */
export async function undoReclassification(
  ctx: Context,
  input: z.infer<typeof undoReclassificationInput>,
): Promise<Result<{ count: number }>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const parsed = undoReclassificationInput.safeParse(input)
  if (!parsed.success) return fail('invalid_input', ERRORS.invalid_input.text)
  const { id } = parsed.data
  return ctx.sql.begin(async (tx): Promise<Result<{ count: number }>> => {
    const workspace = { id: ctx.workspace.id, timeZone: await lockFacts(tx, ctx.workspace.id) }
    const act = await loadAct(tx, ctx.workspace.id, id)
    if (!act) return fail('not_found', ERRORS.not_found.text)
    if (act.undoneAt) return fail('conflict', 'This was undone already.')
    let count = await moveBack(tx, workspace, id)
    if (act.templateId) {
      await restoreRule(tx, ctx.workspace.id, { ...act, templateId: act.templateId })
      count += await decideAnew(tx, workspace, { mark: act.templateId, templateIds: [act.templateId] })
    }
    if (act.ruleId) count += await takeRuleOff(tx, workspace, act.ruleId)
    await tx`
      update reclassifications set undone_at = ${ctx.now} where workspace_id = ${ctx.workspace.id} and id = ${id}`
    await recordChange(tx, ctx, {
      action: 'bounces.reclassification_undone',
      subjectId: id,
      count,
      details: { category: act.category },
    })
    return ok({ count })
  })
}

async function loadAct(tx: ISql, workspaceId: string, id: string): Promise<Act | undefined> {
  const rows = await tx<Act[]>`
    select id, category, template_id as "templateId", rule_id as "ruleId", created_at as "createdAt", undone_at as "undoneAt"
    from reclassifications where workspace_id = ${workspaceId} and id = ${id}`
  return rows[0]
}

async function moveBack(tx: ISql, workspace: Workspace, id: string): Promise<number> {
  const rows = tx`${remembered(tx, workspace.id, id)} and b.decided_by = coalesce(r.new_decided_by, ${markOf(id)})
    and b.category = coalesce(r.new_category, b.category)`
  await shiftCounts(
    tx,
    workspace,
    tx`
    select b.occurred_at, b.account, b.provider, b.category as old_category, b.bounce_type as old_type,
      r.category as new_category, r.bounce_type as new_type
    from reclassified_bounces r, bounces b where ${rows}`,
  )
  const moved = await tx`
    update bounces b set category = r.category, bounce_type = r.bounce_type, confidence = r.confidence,
      decided_by = r.decided_by
    from reclassified_bounces r where ${rows}`
  await tx`
    delete from reclassified_bounces where workspace_id = ${workspace.id} and reclassification_id = ${id}`
  return moved.count
}

/** Only while the rule is still this act's: the newest act left on this reply sets it again, else there is none. */
async function restoreRule(tx: ISql, workspaceId: string, act: Act & { templateId: string }): Promise<void> {
  const mine = tx`t.workspace_id = ${workspaceId} and t.template_id = ${act.templateId}
    and t.category = ${act.category} and t.created_at = ${act.createdAt}`
  const restored = await tx`
    update template_rules t
    set category = before.category, created_by = before.created_by, created_at = before.created_at
    from (
      select category, created_by, created_at from reclassifications
      where workspace_id = ${workspaceId} and template_id = ${act.templateId} and id <> ${act.id} and undone_at is null
      order by created_at desc, id desc limit 1) before
    where ${mine}`
  if (restored.count === 0) await tx`delete from template_rules t where ${mine}`
}

/** Bounces that came in under the rule meanwhile are decided again without it. */
async function takeRuleOff(tx: TransactionSql, workspace: Workspace, ruleId: string): Promise<number> {
  const [rule] = await tx<{ words: string }[]>`
    delete from workspace_rules where workspace_id = ${workspace.id} and id = ${ruleId} returning words`
  if (!rule) return 0
  const templateIds = (await loadTemplates(tx, workspace.id))
    .filter((each) => saysWords(each.text, rule.words))
    .map((each) => each.id)
  return decideAnew(tx, workspace, { mark: ruleId, templateIds })
}
