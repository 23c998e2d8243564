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
import { ruleInput, type RuleInput } from './rule-input'

export const saveRuleInput = ruleInput.extend({
  /** Moves the bounces of the past too. */
  history: z.boolean(),
})

export interface SavedRule {
  ruleId: string
  /** For the undo, which takes the rule off as well. */
  actId: string
  count: number
}

/**
 * Adds a rule on words behind the others, for every import from now on and, if wanted, for the history, in one transaction. Rejects
 * a rule that is there already and one that would move more than 500,000 bounces.
 */
export async function saveRule(
  ctx: Context,
  input: z.infer<typeof saveRuleInput>,
): Promise<Result<SavedRule>> {
  const asked = authorised(ctx, 'operator', saveRuleInput, input)
  if (!asked.ok) return asked
  const { history, ...rule } = asked.value
  return ctx.sql.begin(async (tx): Promise<Result<SavedRule>> => {
    const timeZone = await lockFacts(tx, ctx.workspace.id)
    if (await isThere(tx, ctx.workspace.id, rule)) return fail('conflict', 'This rule is there already.')
    const { where } = await planRule(tx, ctx.workspace.id, rule)
    const refused = history ? await refuseTooMany(tx, where) : null
    if (refused) return refused
    const ruleId = newId(ctx.now.getTime())
    const actId = newId(ctx.now.getTime())
    const workspace = { id: ctx.workspace.id, timeZone }
    const count = history
      ? await moveBounces(tx, workspace, { id: actId, category: rule.category, where })
      : 0
    await store(tx, ctx, { ruleId, actId, rule, count })
    await recordChange(tx, ctx, {
      action: 'rule.saved',
      subjectId: ruleId,
      count,
      details: { act: actId, category: rule.category, history: history ? 'moved' : 'left' },
    })
    return ok({ ruleId, actId, count })
  })
}

/** Whether a rule, other than `but`, says the same of the same bounces. */
export async function isThere(
  tx: TransactionSql,
  workspaceId: string,
  rule: RuleInput,
  but: string | null = null,
): Promise<boolean> {
  const rows = await tx`
    select 1 from workspace_rules where workspace_id = ${workspaceId} and id is distinct from ${but} and lower(words) = ${rule.words.toLowerCase()}
      and code = ${rule.code} and provider = ${rule.provider} and account = ${rule.account}`
  return rows.length > 0
}

async function store(
  tx: TransactionSql,
  ctx: Context,
  { ruleId, actId, rule, count }: SavedRule & { rule: RuleInput },
): Promise<void> {
  const { workspace, actor, now } = ctx
  await tx`
    insert into workspace_rules
      (workspace_id, id, position, words, code, provider, account, category, created_by, created_at, updated_at)
    select ${workspace.id}, ${ruleId}, coalesce(max(position), 0) + 1, ${rule.words}, ${rule.code}, ${rule.provider},
      ${rule.account}, ${rule.category}, ${actor.userId}, ${now}, ${now}
    from workspace_rules where workspace_id = ${workspace.id}`
  await tx`
    insert into reclassifications (workspace_id, id, category, rule_id, count, created_by, created_at)
    values (${workspace.id}, ${actId}, ${rule.category}, ${ruleId}, ${count}, ${actor.userId}, ${now})`
}
