'use server'

import { defineAction } from '@/lib/action'
import { previewPolicy, previewPolicyInput } from '@/lib/services/dne/preview-policy'
import { savePolicy, savePolicyInput } from '@/lib/services/dne/save-policy'

export const previewPolicyAction = defineAction({
  role: 'operator',
  input: previewPolicyInput,
  run: previewPolicy,
})

export const savePolicyAction = defineAction({
  role: 'admin',
  input: savePolicyInput,
  changes: true,
  run: savePolicy,
})
