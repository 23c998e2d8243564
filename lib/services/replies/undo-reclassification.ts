import type { ISql, TransactionSql } from 'postgres'
import { z } from 'zod'
import type { RunState } from '@/db/schema'
import { loadTemplates } from '@/db/queries/rules/load-templates'
import { saysWords } from '@/lib/bounce/own-rules'
import { ERRORS } from '@/lib/errors'
import { lockFacts } from '@/lib/jobs/imports/facts-lock'
import { tellWork } from '@/lib/jobs/wake'
import { fail, ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { editsOfRule, previousRuleOf, type PreviousRule } from '@/lib/services/rules/previous-rule'
import { recordChange } from './act'
import { decideAnew } from './decide-anew'
import { moveBack } from './move-back'

export const undoReclassificationInput = z.object({ id: z.uuid() })

type Workspace = Pick<Context['workspace'], 'id' | 'timeZone'>

interface Act {
  id: string
  category: string
  count: number
  templateId: string | null
  ruleId: string | null
  previousRule: string | null
  createdAt: Date
  undoneAt: Date | null
}

/** Takes one act of reclassifying back. Bounces that were changed again since, and a rule that was set again since, stay as they are. */
export async function undoReclassification(
  ctx: Context,
  input: z.infer<typeof undoReclassificationInput>,
): Promise<Result<{ count: number }>> {
  const asked = authorised(ctx, 'operator', undoReclassificationInput, input)
  if (!asked.ok) return asked
  const { id } = asked.value
  return ctx.sql.begin(async (tx): Promise<Result<{ count: number }>> => {
    const workspace = { id: ctx.workspace.id, timeZone: await lockFacts(tx, ctx.workspace.id) }
    const act = await loadAct(tx, ctx.workspace.id, id)
    if (!act) return fail('not_found', ERRORS.not_found.text)
    if (act.undoneAt) return fail('conflict', 'This was undone already.')
    const later = await undoLater(tx, ctx.workspace.id, act)
    if (later) return later
    let { moved: count } = await moveBack(tx, workspace, id)
    if (act.templateId) {
      await restoreRule(tx, ctx.workspace.id, { ...act, templateId: act.templateId })
      count += await decideAnew(tx, workspace, { mark: act.templateId, templateIds: [act.templateId] })
    }
    if (act.ruleId) count += await takeRuleOff(tx, workspace, act.ruleId)
    const edited = act.templateId ? null : previousRuleOf(act.previousRule)
    if (edited) await restoreWording(tx, ctx, edited, act)
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
    select id, category, count, template_id as "templateId", rule_id as "ruleId", previous_rule as "previousRule", created_at as "createdAt", undone_at as "undoneAt"
    from reclassifications where workspace_id = ${workspaceId} and id = ${id}`
  return rows[0]
}

/** More than this is taken back in steps. */
const AT_ONCE = 100_000

/** Of a run of recognition: one that still goes on can't be undone, a large one is taken back by the worker; null for other acts. */
async function undoLater(
  tx: TransactionSql,
  workspaceId: string,
  act: Act,
): Promise<Result<{ count: number }> | null> {
  const [run] = await tx<{ state: RunState }[]>`
    select state from recognition_runs where workspace_id = ${workspaceId} and id = ${act.id}`
  if (!run) return null
  if (run.state !== 'done') return fail('conflict', 'This is still going on. Stop it instead.')
  const later = act.count > AT_ONCE
  await tx`
    update recognition_runs set state = ${later ? 'undoing' : 'undone'}, seen = 0, total = ${act.count}, lease_until = null
    where workspace_id = ${workspaceId} and id = ${act.id}`
  if (!later) return null
  await tellWork(tx)
  return ok({ count: act.count })
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

/** The rule as it was before it was edited, unless it was edited again since; what came in under it meanwhile stays. */
async function restoreWording(
  tx: TransactionSql,
  { workspace, now }: Pick<Context, 'workspace' | 'now'>,
  { id, words, code, provider, account, category }: PreviousRule,
  act: Act,
): Promise<void> {
  const edits = await editsOfRule(tx, workspace.id, id)
  if (edits.some((edit) => edit.at > act.createdAt && !edit.undone)) return
  await tx`
    update workspace_rules set words = ${words}, code = ${code}, provider = ${provider}, account = ${account},
      category = ${category}, updated_at = ${now}
    where workspace_id = ${workspace.id} and id = ${id}`
}
