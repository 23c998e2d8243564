'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { exportAllowance } from '@/lib/services/exports/export-allowance'

/** Says beforehand whether an export would start, because a download can't tell why it did not. */
export const exportAllowanceAction = defineAction({
  role: 'operator',
  input: z.object({}),
  run: (ctx) => exportAllowance(ctx),
})
