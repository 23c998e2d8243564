import { z } from 'zod'
import { requireSecret } from '@/lib/env'
import { ERRORS } from '@/lib/errors'
import { newId } from '@/lib/id'
import { deliver, logDeliveries } from '@/lib/jobs/handover/deliver'
import { openDestination } from '@/lib/jobs/handover/destination'
import { testBody } from '@/lib/resubmit/message'
import { fail, ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { ownOutbound } from './outbound'

export const testDestinationInput = z.object({ id: z.guid() })

export interface Tested {
  ok: boolean
  status: number | null
  failure: string
  milliseconds: number
}

/** Sends a test, without any contact in it, and tells what came back. */
export async function testDestination(
  ctx: Context,
  input: z.infer<typeof testDestinationInput>,
): Promise<Result<Tested>> {
  const asked = authorised(ctx, 'operator', testDestinationInput, input)
  if (!asked.ok) return asked
  const place = { workspaceId: ctx.workspace.id, id: asked.value.id, now: ctx.now }
  const destination = await openDestination(ctx.sql, place, requireSecret())
  if (!destination) return fail('not_found', ERRORS.not_found.text)
  const messageId = newId(ctx.now.getTime())
  const message = { id: messageId, at: ctx.now, body: testBody(ctx.now) }
  const answer = await deliver(destination, message, ownOutbound())
  await logDeliveries(ctx.sql, ctx.workspace.id, [
    {
      destinationId: destination.id,
      kind: 'test',
      batchId: null,
      recipient: null,
      messageId,
      attempt: 1,
      at: ctx.now,
      answer,
    },
  ])
  const { status, failure, milliseconds } = answer
  return ok({ ok: answer.ok, status, failure, milliseconds })
}
