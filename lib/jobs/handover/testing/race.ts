import type { Sql } from 'postgres'
import type { Context } from '@/lib/services/context'
import { addEntries } from '@/lib/services/dne/add-entries'
import { runBatch } from '../run-batch'
import { addDestinationTo, addReady, batchOfAll, labDeps } from './lab'
import { openReceiver } from './receiver'

export interface RaceOutcome {
  handedOver: number
  skipped: number
  /** Hand-overs that reached the receiver after the call that listed the address had returned. */
  tooLate: number
  /** Listed after they were handed over: nothing wrong with those. */
  before: number
}

/** Addresses that one call lists. */
const AT_ONCE = 5

/** One round: a batch is handed over to a receiver of random slowness while addresses of it are listed one after the other. */
export async function race(
  sql: Sql,
  ctx: Context,
  { contacts, listed, random }: { contacts: number; listed: number; random: () => number },
): Promise<RaceOutcome> {
  const people = await addReady(ctx, contacts)
  const receiver = await openReceiver((response) => void setTimeout(() => response.end(), random() * 300))
  const batch = await batchOfAll(ctx, (await addDestinationTo(ctx, receiver.url)).id)
  const chosen = people.toSorted(() => random() - 0.5).slice(0, listed)
  const returned = new Map<string, number>()
  const handed = { over: false }
  const handing = (async () => {
    while (await runBatch(labDeps(sql), { workspaceId: ctx.workspace.id, batchId: batch.id })) {
      const [row] = await sql<{ state: string }[]>`select state from batches where id = ${batch.id}`
      if (row?.state === 'done') break
    }
    handed.over = true
  })()
  for (let i = 0; i < chosen.length && !handed.over; i += AT_ONCE) {
    const some = chosen.slice(i, i + AT_ONCE)
    await addEntries({ ...ctx, now: new Date() }, { entries: some, reason: 'unsubscribe' })
    for (const address of some) returned.set(address, performance.now())
  }
  await handing
  await receiver.close()
  const reached = new Map(receiver.received.map(({ email, at }) => [email, at]))
  const tooLate = [...returned].filter(([address, at]) => (reached.get(address) ?? -1) > at).length
  const before = [...returned].filter(([address, at]) => (reached.get(address) ?? Infinity) <= at).length
  return { handedOver: reached.size, skipped: returned.size - before - tooLate, tooLate, before }
}
