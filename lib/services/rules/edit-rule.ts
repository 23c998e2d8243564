import type { TransactionSql } from 'postgres'
import { z } from 'zod'
import { newId } from '@/lib/id'
import { lockFacts } from '@/lib/jobs/imports/facts-lock'
import { fail, ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { recordChange } from '@/lib/services/replies/act'
import { moveBounces } from '@/lib/services/replies/move-bounces'
import { planRule, refuseTooMany } from './plan-rule'
import { previousRule, type PreviousRule } from './previous-rule'
import type { RuleInput } from './rule-input'
import { isThere, saveRuleInput } from './save-rule'

export const editRuleInput = saveRuleInput.extend({ id: z.guid() })

type Edited = { id: string; actId: string; count: number }

/**
 * Changes a rule on words in its place, for every import from now on and, if wanted and while it is enabled, for the history, in one
 * act that can be undone. What it moved before and does not apply to any more stays. Rejects what `saveRule` rejects.
 */
export async function editRule(
  ctx: Context,
  input: z.infer<typeof editRuleInput>,
): Promise<Result<{ actId: string; count: number }>> {
  const asked = authorised(ctx, 'operator', editRuleInput, input)
  if (!asked.ok) return asked
  const { id, history, ...rule } = asked.value
  return ctx.sql.begin(async (tx): Promise<Result<{ actId: string; count: number }>> => {
    const workspace = { id: ctx.workspace.id, timeZone: await lockFacts(tx, ctx.workspace.id) }
    const before = await load(tx, workspace.id, id)
    if (!before) return fail('not_found', 'This rule does not exist any more.')
    if (await isThere(tx, workspace.id, rule, id)) return fail('conflict', 'This rule is there already.')
    const moves = history && before.enabled
    const { where } = await planRule(tx, workspace.id, rule, id)
    const refused = moves ? await refuseTooMany(tx, where) : null
    if (refused) return refused
    const actId = newId(ctx.now.getTime())
    const count = moves ? await moveBounces(tx, workspace, { id: actId, category: rule.category, where }) : 0
    await store(tx, ctx, { id, actId, count }, { before: previousRule.parse(before), rule })
    await recordChange(tx, ctx, {
      action: 'rule.edited',
      subjectId: id,
      count,
      details: { act: actId, category: rule.category, history: moves ? 'moved' : 'left' },
    })
    return ok({ actId, count })
  })
}

async function load(
  tx: TransactionSql,
  workspaceId: string,
  id: string,
): Promise<(PreviousRule & { enabled: boolean }) | undefined> {
  const rows = await tx<(PreviousRule & { enabled: boolean })[]>`
    select id, words, code, provider, account, category, enabled from workspace_rules
    where workspace_id = ${workspaceId} and id = ${id}`
  return rows[0]
}

async function store(
  tx: TransactionSql,
  { workspace, actor, now }: Context,
  { id, actId, count }: Edited,
  { before, rule }: { before: PreviousRule; rule: RuleInput },
): Promise<void> {
  await tx`
    update workspace_rules set words = ${rule.words}, code = ${rule.code}, provider = ${rule.provider},
      account = ${rule.account}, category = ${rule.category}, updated_at = ${now}
    where workspace_id = ${workspace.id} and id = ${id}`
  await tx`
    insert into reclassifications (workspace_id, id, category, previous_rule, count, created_by, created_at)
    values (${workspace.id}, ${actId}, ${rule.category}, ${JSON.stringify(before)}, ${count}, ${actor.userId}, ${now})`
}
