import type { TransactionSql } from 'postgres'
import { loadRules } from '@/db/queries/resubmit/load-rules'
import { messageBody } from '@/lib/resubmit/message'
import { replan } from '@/lib/services/resubmit/replan'
import { admit, takeDue, type DueContact } from './claim'
import { openDestination, type OpenDestination } from './destination'
import { holdBatch, setNext, type HandoverDeps, type HeldBatch, type TakenBatch } from './lease'
import { SEND_MS, soon, startSending } from './leaving'
import { recordAnswers, type Answered } from './record'

/** Messages under way at once. */
const AT_ONCE = 50
/** A receiver that is slower to answer is waited for without the locks. */
const STEP_MS = 2_000
/** Until then nobody else tries a contact that was claimed. */
const CLAIM_MS = 30_000
/** A batch that is so late, because no worker ran, keeps its pace from now on instead of making up for it. */
const LATE_MS = 30 * 60_000

interface Pending {
  done: Map<string, Answered>
  /** All have left, or failed. */
  sent: Promise<unknown>
  all: Promise<unknown>
  /** From now on nothing leaves any more. */
  keepBack: () => void
  count: number
}

/**
 * Hands the next contacts of a batch over. One transaction locks their addresses, checks the list, claims them, sends, and writes what came
 * back, so that nothing leaves after the commit that lists somebody; whoever has not answered in time is waited for outside. A crash undoes
 * the claim: they are sent again with the same ids. Gives how many it looked at; 0 where nothing is due.
 */
export async function handOverStep(deps: HandoverDeps, taken: TakenBatch): Promise<number> {
  const { workspaceId, batchId } = taken
  let rest: { pending: Pending; recorded: Set<string>; destinationId: string } | null = null
  const looked = await deps.sql.begin(async (tx) => {
    const now = deps.now()
    const batch = await holdBatch(tx, taken)
    const destination = await openDestination(tx, { workspaceId, id: batch.destinationId, now }, deps.key())
    if (!(await mayGo(tx, taken, destination, now))) return 0
    if (await caughtUp(tx, taken, batch, now)) return 0
    const { plusTags } = await loadRules(tx, workspaceId)
    const place = { workspaceId, batchId, now, plusTags }
    const due = await takeDue(tx, place, AT_ONCE)
    const going = due.length > 0 ? await admit(tx, place, due) : []
    await claim(tx, taken, going, new Date(now.getTime() + CLAIM_MS))
    await deps.fault?.('claimed')
    const pending = send(deps, going, destination!, { id: batchId, name: batch.name })
    await soon(pending.all, STEP_MS)
    await soon(pending.sent, SEND_MS - STEP_MS)
    pending.keepBack()
    await deps.fault?.('sent')
    const recorded = new Set(pending.done.keys())
    await recordAnswers(tx, { ...taken, destinationId: batch.destinationId }, [...pending.done.values()])
    await setNext(tx, taken)
    await deps.fault?.('recorded')
    rest = { pending, recorded, destinationId: batch.destinationId }
    return due.length
  })
  await deps.fault?.('committed')
  if (rest) await recordRest(deps, taken, rest)
  return looked
}

/** Nothing goes to a destination that is off or asked us to wait. */
async function mayGo(
  tx: TransactionSql,
  { workspaceId, batchId }: TakenBatch,
  destination: OpenDestination | null,
  now: Date,
): Promise<boolean> {
  const off = !destination || destination.state === 'off'
  const wait = destination?.resumeAt && destination.resumeAt > now ? destination.resumeAt : null
  if (!off && !wait) return true
  await tx`
    update batches set next_at = ${off ? null : wait} where workspace_id = ${workspaceId} and id = ${batchId}`
  return false
}

/** True where the batch was so late that it was planned anew. */
async function caughtUp(
  tx: TransactionSql,
  { workspaceId, batchId }: TakenBatch,
  { pace, destinationId, timeZone }: HeldBatch,
  now: Date,
): Promise<boolean> {
  const [late] = await tx`
    select 1 from batch_contacts where workspace_id = ${workspaceId} and batch_id = ${batchId} and state = 'planned'
      and attempts = 0 and due_at < ${new Date(now.getTime() - LATE_MS)} limit 1`
  if (!late) return false
  await replan(tx, { id: workspaceId, timeZone, now }, { id: batchId, pace, destinationId })
  return true
}

async function claim(
  tx: TransactionSql,
  { workspaceId, batchId }: TakenBatch,
  going: readonly DueContact[],
  until: Date,
): Promise<void> {
  await tx`
    update batch_contacts set state = 'sending', claimed_until = ${until}
    where workspace_id = ${workspaceId} and batch_id = ${batchId}
      and recipient = any(${going.map((each) => each.recipient)}::text[])`
}

function send(
  { now, outbound }: HandoverDeps,
  going: readonly DueContact[],
  destination: OpenDestination,
  batch: { id: string; name: string },
): Pending {
  const done = new Map<string, Answered>()
  const posts = going.map((contact) => {
    const at = now()
    const message = { id: contact.messageId, at, body: messageBody(contact, batch, at) }
    const leaving = startSending(destination, message, outbound)
    const answered = leaving.answered.then((answer) => {
      done.set(contact.recipient, { contact, attempt: contact.attempts + 1, at: now(), answer })
    })
    return { ...leaving, answered }
  })
  return {
    done,
    sent: Promise.all(posts.map((each) => each.sent)),
    all: Promise.all(posts.map((each) => each.answered)),
    keepBack: () => posts.forEach((each) => each.keepBack()),
    count: going.length,
  }
}

async function recordRest(
  { sql }: HandoverDeps,
  taken: TakenBatch,
  { pending, recorded, destinationId }: { pending: Pending; recorded: Set<string>; destinationId: string },
): Promise<void> {
  if (recorded.size === pending.count) return
  await pending.all
  const late = [...pending.done.values()].filter(({ contact }) => !recorded.has(contact.recipient))
  await sql.begin(async (tx) => {
    await recordAnswers(tx, { ...taken, destinationId }, late)
    await setNext(tx, taken)
  })
}
