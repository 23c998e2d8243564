'use server'

import { revalidatePath } from 'next/cache'
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
  run: async (ctx, input) => {
    const result = await savePolicy(ctx, input)
    revalidatePath(`/w/${ctx.workspace.slug}`, 'layout')
    return result
  },
})
