import type { z } from 'zod'
import type { Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { changeRules, ruleIdInput } from './change-rules'

/** Ends the decision for a reply (its template's id) for imports from now on; what it moved stays where it is. */
export async function deleteDecision(
  ctx: Context,
  input: z.infer<typeof ruleIdInput>,
): Promise<Result<{ id: string }>> {
  const asked = authorised(ctx, 'operator', ruleIdInput, input)
  if (!asked.ok) return asked
  const { id } = asked.value
  return changeRules(ctx, {
    id,
    action: 'rule.decision_deleted',
    write: (tx) =>
      tx`delete from template_rules where workspace_id = ${ctx.workspace.id} and template_id = ${id}`,
  })
}
