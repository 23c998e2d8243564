import { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import { fail, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { changeRules, ruleIdInput } from './change-rules'

export const switchRuleInput = ruleIdInput.extend({ enabled: z.boolean() })

/** Switches a rule on words off or on again, for imports from now on. */
export async function switchRule(
  ctx: Context,
  input: z.infer<typeof switchRuleInput>,
): Promise<Result<{ id: string }>> {
  const parsed = switchRuleInput.safeParse(input)
  if (!parsed.success) return fail('invalid_input', ERRORS.invalid_input.text)
  const { id, enabled } = parsed.data
  return changeRules(ctx, {
    id,
    action: enabled ? 'rule.enabled' : 'rule.disabled',
    write: async (tx) => {
      const changed = await tx`
        update workspace_rules set enabled = ${enabled}, updated_at = ${ctx.now}
        where workspace_id = ${ctx.workspace.id} and id = ${id}`
      return changed.count > 0
    },
  })
}
