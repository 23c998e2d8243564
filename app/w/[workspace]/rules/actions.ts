'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '@/lib/action'
import type { Context } from '@/lib/services/context'
import { applyAnew, runInput } from '@/lib/services/recognition/apply-anew'
import { checkAnew } from '@/lib/services/recognition/check-anew'
import { stopAnew } from '@/lib/services/recognition/stop-anew'
import { undoReclassification, undoReclassificationInput } from '@/lib/services/replies/undo-reclassification'
import { ruleIdInput } from '@/lib/services/rules/change-rules'
import { deleteDecision } from '@/lib/services/rules/delete-decision'
import { deleteRule } from '@/lib/services/rules/delete-rule'
import { editRule, editRuleInput } from '@/lib/services/rules/edit-rule'
import { moveRule, moveRuleInput } from '@/lib/services/rules/move-rule'
import { saveRule, saveRuleInput } from '@/lib/services/rules/save-rule'
import { switchRule, switchRuleInput } from '@/lib/services/rules/switch-rule'
import { testRule, testRuleInput } from '@/lib/services/rules/test-rule'

function andShow<I, O>(run: (ctx: Context, input: I) => Promise<O>) {
  return async (ctx: Context, input: I): Promise<O> => {
    const result = await run(ctx, input)
    revalidatePath(`/w/${ctx.workspace.slug}`, 'layout')
    return result
  }
}

export const testRuleAction = defineAction({ role: 'operator', input: testRuleInput, run: testRule })
export const saveRuleAction = defineAction({
  role: 'operator',
  input: saveRuleInput,
  run: andShow(saveRule),
})
export const editRuleAction = defineAction({
  role: 'operator',
  input: editRuleInput,
  run: andShow(editRule),
})
export const moveRuleAction = defineAction({
  role: 'operator',
  input: moveRuleInput,
  run: andShow(moveRule),
})
export const switchRuleAction = defineAction({
  role: 'operator',
  input: switchRuleInput,
  run: andShow(switchRule),
})
export const deleteRuleAction = defineAction({
  role: 'operator',
  input: ruleIdInput,
  run: andShow(deleteRule),
})
export const deleteDecisionAction = defineAction({
  role: 'operator',
  input: ruleIdInput,
  run: andShow(deleteDecision),
})
export const undoRuleAction = defineAction({
  role: 'operator',
  input: undoReclassificationInput,
  run: andShow(undoReclassification),
})
export const checkAnewAction = defineAction({
  role: 'operator',
  input: z.object({}),
  run: andShow((ctx: Context) => checkAnew(ctx)),
})
export const applyAnewAction = defineAction({
  role: 'operator',
  input: runInput,
  run: andShow(applyAnew),
})
export const stopAnewAction = defineAction({
  role: 'operator',
  input: runInput,
  run: andShow(stopAnew),
})
