import { z } from 'zod'
import { requireSecret } from '@/lib/env'
import { ERRORS } from '@/lib/errors'
import { sealedFor } from '@/lib/jobs/handover/destination'
import { seal } from '@/lib/outbound/seal'
import { newSigningSecret } from '@/lib/outbound/signature'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import type { NewSecret } from './add-destination'

export const rotateSecretInput = z.object({ id: z.guid() })

/** So long the old secret signs beside the new one. */
const BOTH_HOURS = 24

/** Gives a destination a new signing secret; for a day the one before signs too, so that the receiver can change over. */
export async function rotateSecret(
  ctx: Context,
  input: z.infer<typeof rotateSecretInput>,
): Promise<Result<NewSecret>> {
  const asked = authorised(ctx, 'admin', rotateSecretInput, input)
  if (!asked.ok) return asked
  const { id } = asked.value
  const { workspace, now } = ctx
  const secret = newSigningSecret()
  const sealed = seal(secret, requireSecret(), sealedFor(workspace.id, id))
  const until = new Date(now.getTime() + BOTH_HOURS * 3_600_000)
  return ctx.sql.begin(async (tx): Promise<Result<NewSecret>> => {
    const { count } = await tx`
      update destinations set previous_secret = secret, previous_until = ${until}, secret = ${sealed}
      where workspace_id = ${workspace.id} and id = ${id} and removed_at is null`
    if (count === 0) return fail('not_found', ERRORS.not_found.text)
    await recordActivity(tx, ctx, { action: 'resubmit.secret_rotated', subjectId: id })
    return ok({ id, secret })
  })
}
