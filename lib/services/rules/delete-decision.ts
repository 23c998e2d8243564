import type { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import { fail, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { changeRules, ruleIdInput } from './change-rules'

/** Ends the decision for a reply (its template's id) for imports from now on; what it moved stays where it is. */
export async function deleteDecision(
  ctx: Context,
  input: z.infer<typeof ruleIdInput>,
): Promise<Result<{ id: string }>> {
  const parsed = ruleIdInput.safeParse(input)
  if (!parsed.success) return fail('invalid_input', ERRORS.invalid_input.text)
  const { id } = parsed.data
  return changeRules(ctx, {
    id,
    action: 'rule.decision_deleted',
    write: async (tx) => {
      const deleted = await tx`
        delete from template_rules where workspace_id = ${ctx.workspace.id} and template_id = ${id}`
      return deleted.count > 0
    },
  })
}
