'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { canonicalDomain } from '@/lib/dne/canonical'
import { dateReader } from '@/lib/ingest/dates'
import { fail } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { previewRollback } from '@/lib/services/dne/preview-rollback'
import { rollBack } from '@/lib/services/dne/roll-back'

/** A moment as a browser's field gives it, in the workspace's zone. */
const local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)

const incident = z.strictObject({
  from: local,
  to: local,
  provider: z.string().max(40).optional(),
  domain: z.string().max(253).optional(),
  category: z.string().max(40).optional(),
  words: z.string().trim().max(200).optional(),
})

function incidentOf({ workspace, now }: Context, { from, to, domain, ...which }: z.output<typeof incident>) {
  const referenceTime = Math.floor(now.getTime() / 1000)
  const read = dateReader({ timeZone: workspace.timeZone, dayOrder: null, referenceTime })
  const [first, last] = [read(`${from}:00`), read(`${to}:59`)]
  if (typeof first !== 'number' || typeof last !== 'number') return null
  const place = domain ? { domain: canonicalDomain(domain.replace(/^@/, '')) ?? domain } : {}
  return { from: new Date(first * 1000), to: new Date(last * 1000), ...which, ...place }
}

const NO_TIME = 'These times can’t be read. Pick them anew.'

export const previewRollbackAction = defineAction({
  role: 'operator',
  input: incident,
  run: async (ctx, input) => {
    const found = incidentOf(ctx, input)
    return found ? previewRollback(ctx, found) : fail('invalid_input', NO_TIME)
  },
})

export const rollBackAction = defineAction({
  role: 'operator',
  input: incident.extend({ why: z.string().trim().min(1).max(500) }),
  changes: true,
  run: async (ctx, { why, ...input }) => {
    const found = incidentOf(ctx, input)
    return found ? rollBack(ctx, { ...found, why }) : fail('invalid_input', NO_TIME)
  },
})
