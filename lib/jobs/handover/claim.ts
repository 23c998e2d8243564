import type { TransactionSql } from 'postgres'
import type { Listed } from '@/db/queries/dne/listed-now'
import { REASON_NAMES } from '@/lib/dne/entry'
import { categoryById } from '@/lib/bounce/categories'
import { listedInForce } from '@/lib/services/dne/listed-in-force'
import { lockAddresses } from '@/lib/services/dne/lock-addresses'

/** A contact whose turn it is. */
export interface DueContact {
  recipient: string
  name: string | null
  account: string
  campaign: string
  category: string
  bouncedAt: Date
  bounceKey: string
  tries: number
  messageId: string
  attempts: number
}

interface Place {
  workspaceId: string
  batchId: string
  now: Date
  plusTags: boolean
}

/** The contacts that are due, oldest first, held by this transaction alone. */
export async function takeDue(
  tx: TransactionSql,
  { workspaceId, batchId, now }: Place,
  limit: number,
): Promise<DueContact[]> {
  return tx<DueContact[]>`
    select recipient, name, account, campaign, category, bounced_at as "bouncedAt", bounce_key as "bounceKey", tries,
      message_id as "messageId", attempts
    from batch_contacts
    where workspace_id = ${workspaceId} and batch_id = ${batchId}
      and (state = 'planned' and due_at <= ${now} or state = 'sending' and claimed_until <= ${now})
    order by due_at, recipient limit ${limit} for update skip locked`
}

/**
 * The gate of every hand-over: locks the addresses until the transaction ends, so that nobody can list one of them meanwhile, looks at
 * the list as it is now, and skips whoever is listed, rests, or bounced again since the batch was made. Gives those who may go.
 */
export async function admit(
  tx: TransactionSql,
  place: Place,
  due: readonly DueContact[],
): Promise<DueContact[]> {
  const addresses = due.map((each) => each.recipient)
  await lockAddresses(tx, place.workspaceId, addresses, 'shared')
  const listed = await listedInForce(tx, place, addresses)
  const standing = await tx<{ recipient: string; bounceKey: string }[]>`
    select recipient, bounce_key as "bounceKey" from contacts
    where workspace_id = ${place.workspaceId} and recipient = any(${addresses}::text[])`
  const keys = new Map(standing.map((each) => [each.recipient, each.bounceKey]))
  const skipped = new Map<string, string>()
  for (const { recipient, bounceKey } of due) {
    const entry = listed.get(recipient)
    if (entry) skipped.set(recipient, whyListed(entry))
    else if (keys.get(recipient) !== bounceKey) skipped.set(recipient, whyChanged(keys.has(recipient)))
  }
  await skip(tx, place, skipped)
  return due.filter(({ recipient }) => !skipped.has(recipient))
}

function whyListed({ reason, category, until }: Listed): string {
  if (until) return `Rests on a hold until ${until.toISOString().slice(0, 10)}.`
  const cause = reason === 'bounce' ? (categoryById(category as never)?.name ?? '') : ''
  return `On the Do Not Email list: ${(cause || REASON_NAMES[reason]).toLowerCase()}.`
}

function whyChanged(bouncedAgain: boolean): string {
  return bouncedAgain ? 'Bounced again before its turn came.' : 'Is no soft-bounced contact any more.'
}

async function skip(
  tx: TransactionSql,
  { workspaceId, batchId }: Place,
  skipped: ReadonlyMap<string, string>,
): Promise<void> {
  if (skipped.size === 0) return
  await tx`
    update batch_contacts c set state = 'skipped', open = false, claimed_until = null, why = w.why
    from unnest(${[...skipped.keys()]}::text[], ${[...skipped.values()]}::text[]) w(recipient, why)
    where c.workspace_id = ${workspaceId} and c.batch_id = ${batchId} and c.recipient = w.recipient`
}

/** Those of addresses that may be mailed now, locked as above: what a file that is downloaded again, or a replay, asks. */
export async function mayStillGo(
  tx: TransactionSql,
  { workspaceId, now, plusTags }: Omit<Place, 'batchId'>,
  addresses: readonly string[],
): Promise<Map<string, string | null>> {
  await lockAddresses(tx, workspaceId, addresses, 'shared')
  const listed = await listedInForce(tx, { workspaceId, now, plusTags }, addresses)
  return new Map(
    addresses.map((address) => {
      const entry = listed.get(address)
      return [address, entry ? whyListed(entry) : null]
    }),
  )
}
