'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { ok } from '@/lib/result'
import { explain } from './explain'

const textOfABounce = z.string().trim().min(1, 'Paste the text of a bounce first.').max(20_000)

/** Reads one pasted reply; nothing of it is stored or logged. */
export const explainBounce = defineAction({
  role: 'viewer',
  input: textOfABounce,
  run: async (_ctx, text) => ok(explain(text)),
})
