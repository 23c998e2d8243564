'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/action'
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

export const testRuleAction = defineAction({ role: 'operator', input: testRuleInput, run: testRule })
export const saveRuleAction = defineAction({
  role: 'operator',
  input: saveRuleInput,
  changes: true,
  run: saveRule,
})
export const editRuleAction = defineAction({
  role: 'operator',
  input: editRuleInput,
  changes: true,
  run: editRule,
})
export const moveRuleAction = defineAction({
  role: 'operator',
  input: moveRuleInput,
  changes: true,
  run: moveRule,
})
export const switchRuleAction = defineAction({
  role: 'operator',
  input: switchRuleInput,
  changes: true,
  run: switchRule,
})
export const deleteRuleAction = defineAction({
  role: 'operator',
  input: ruleIdInput,
  changes: true,
  run: deleteRule,
})
export const deleteDecisionAction = defineAction({
  role: 'operator',
  input: ruleIdInput,
  changes: true,
  run: deleteDecision,
})
export const undoRuleAction = defineAction({
  role: 'operator',
  input: undoReclassificationInput,
  changes: true,
  run: undoReclassification,
})
export const checkAnewAction = defineAction({
  role: 'operator',
  input: z.object({}),
  changes: true,
  run: (ctx) => checkAnew(ctx),
})
export const applyAnewAction = defineAction({
  role: 'operator',
  input: runInput,
  changes: true,
  run: applyAnew,
})
export const stopAnewAction = defineAction({
  role: 'operator',
  input: runInput,
  changes: true,
  run: stopAnew,
})
