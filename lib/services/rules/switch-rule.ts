import { z } from 'zod'
import type { Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { changeRules, ruleIdInput } from './change-rules'

export const switchRuleInput = ruleIdInput.extend({ enabled: z.boolean() })

/** Switches a rule on words off or on again, for imports from now on. */
export async function switchRule(
  ctx: Context,
  input: z.infer<typeof switchRuleInput>,
): Promise<Result<{ id: string }>> {
  const asked = authorised(ctx, 'operator', switchRuleInput, input)
  if (!asked.ok) return asked
  const { id, enabled } = asked.value
  return changeRules(ctx, {
    id,
    action: enabled ? 'rule.enabled' : 'rule.disabled',
    write: (tx) => tx`
        update workspace_rules set enabled = ${enabled}, updated_at = ${ctx.now}
        where workspace_id = ${ctx.workspace.id} and id = ${id}`,
  })
}
