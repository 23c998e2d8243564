import { z } from 'zod'
import { requireSecret } from '@/lib/env'
import { ERRORS } from '@/lib/errors'
import { newId } from '@/lib/id'
import { sealedFor } from '@/lib/jobs/handover/destination'
import { seal } from '@/lib/outbound/seal'
import { newSigningSecret } from '@/lib/outbound/signature'
import { readTarget } from '@/lib/outbound/target'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { mayAct, type Context } from '@/lib/services/context'
import { ownOutbound } from './outbound'

export const addDestinationInput = z.object({
  name: z.string().trim().min(1, 'Give it a name.').max(60),
  url: z.string().trim().max(2000),
})

export interface NewSecret {
  id: string
  /** Shown this once: what is kept can't be read by anybody. */
  secret: string
}

/** Adds a webhook destination and gives its signing secret. Rejects addresses that Rebound would never send to. */
export async function addDestination(
  ctx: Context,
  input: z.infer<typeof addDestinationInput>,
): Promise<Result<NewSecret>> {
  if (!mayAct(ctx.actor.role, 'admin')) return fail('forbidden', ERRORS.forbidden.text)
  const parsed = addDestinationInput.safeParse(input)
  if (!parsed.success)
    return fail('invalid_input', parsed.error.issues[0]?.message ?? ERRORS.invalid_input.text)
  const target = readTarget(parsed.data.url, ownOutbound().allow)
  if (!target.ok) return fail('invalid_input', target.error.message, { url: target.error.message })
  const { workspace, actor, now } = ctx
  const id = newId(now.getTime())
  const secret = newSigningSecret()
  const sealed = seal(secret, requireSecret(), sealedFor(workspace.id, id))
  await ctx.sql.begin(async (tx) => {
    await tx`
      insert into destinations (workspace_id, id, name, url, secret, state, created_by, created_at)
      values (${workspace.id}, ${id}, ${parsed.data.name}, ${target.value.url.href}, ${sealed}, 'on', ${actor.userId}, ${now})`
    await recordActivity(tx, ctx, { action: 'resubmit.destination_added', subjectId: id })
  })
  return ok({ id, secret })
}
