'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { loadSamples } from '@/lib/services/samples/load-samples'
import { removeSamples } from '@/lib/services/samples/remove-samples'

const nothing = z.object({})

/** Starts loading a made-up quarter; gives the import to follow. */
export const loadSampleData = defineAction({ role: 'admin', input: nothing, run: (ctx) => loadSamples(ctx) })

/** Takes the sample data back. */
export const removeSampleData = defineAction({
  role: 'admin',
  input: nothing,
  run: (ctx) => removeSamples(ctx),
})
