import type { TransactionSql } from 'postgres'
import { z } from 'zod'
import { keyOfDigests } from '@/db/activity/append-activity'
import { digestOf } from '@/lib/activity/digest'
import { standInOf } from '@/lib/dne/erased'
import { ERRORS } from '@/lib/errors'
import { lockFacts } from '@/lib/jobs/imports/facts-lock'
import { bumpDataVersion } from '@/lib/services/data-version'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { mayAct, type Context } from '@/lib/services/context'
import { lockAddresses, lockSettling } from '@/lib/services/dne/lock-addresses'
import { applyEffects } from '@/lib/services/effects'
import { eraseFromBatches } from './erase-from-batches'
import { eraseFromBounces } from './erase-from-bounces'
import { eraseFromFiles } from './erase-from-files'
import { eraseFromList } from './erase-from-list'
import { eraseFromTexts } from './erase-from-texts'
import { findPerson, personInput, type Erasure } from './person'

export const erasePersonInput = z.strictObject({
  who: personInput,
  why: z.string().trim().max(500).optional(),
})

export interface ErasedPerson {
  /** Bounces that count on without saying whose they are. */
  bounces: number
  /** Stored files that held the address and were not imported yet; they are gone. */
  files: number
}

/**
 * Erases a person for good: address, name and what replies said go from every place; what is counted stays, under a keyed digest, and the
 * digest keeps the person off every list and hand-over, also when a later import brings the address again. Admins only; nothing undoes it.
 */
export async function erasePerson(
  ctx: Context,
  input: z.input<typeof erasePersonInput>,
): Promise<Result<ErasedPerson>> {
  if (!mayAct(ctx.actor.role, 'admin')) return fail('forbidden', 'Only an admin erases a person.')
  const parsed = erasePersonInput.safeParse(input)
  if (!parsed.success) return fail('invalid_input', ERRORS.invalid_input.text)
  const workspaceId = ctx.workspace.id
  const found = await findPerson(ctx.sql, workspaceId, parsed.data.who)
  if (!found) return fail('not_found', 'This is no address that can be erased.')
  const bounces = await ctx.sql.begin(async (tx) => {
    await lockFacts(tx, workspaceId)
    await lockSettling(tx, workspaceId)
    // Again, under the locks: an import may have brought another form meanwhile.
    const person = (await findPerson(tx, workspaceId, { address: found.value }))!
    const standIn = standInOf(digestOf(await keyOfDigests(tx, workspaceId), person.value))
    const erasure = { ...person, workspaceId, standIn, now: ctx.now, actorId: ctx.actor.userId }
    return eraseEverywhere(tx, ctx, erasure, parsed.data.why)
  })
  const files = await eraseFromFiles(ctx, found.addresses)
  return ok({ bounces, files })
}

async function eraseEverywhere(
  tx: TransactionSql,
  ctx: Context,
  erasure: Erasure,
  why: string | undefined,
): Promise<number> {
  const { workspaceId, addresses, standIn, now, actorId } = erasure
  await lockAddresses(tx, workspaceId, [...addresses, standIn])
  await tx`
    insert into erasures (workspace_id, value, created_at, created_by)
    values (${workspaceId}, ${standIn}, ${now}, ${actorId}) on conflict do nothing`
  const bounces = await eraseFromBounces(tx, erasure)
  await eraseFromList(tx, erasure)
  await eraseFromBatches(tx, erasure)
  await eraseFromTexts(tx, erasure)
  await applyEffects(tx, { workspaceId, now }, [...addresses, standIn])
  await bumpDataVersion(tx, workspaceId)
  await recordActivity(tx, ctx, {
    action: 'person.erased',
    count: bounces,
    ...(why ? { why } : {}),
    about: addresses.slice(0, 20),
  })
  return bounces
}
