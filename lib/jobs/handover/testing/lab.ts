import type { Sql } from 'postgres'
import { insertBounces } from '@/db/testing/bounces'
import { newId } from '@/lib/id'
import { readAllowList } from '@/lib/outbound/allow-list'
import { seal } from '@/lib/outbound/seal'
import { newSigningSecret } from '@/lib/outbound/signature'
import { createBatch, type CreatedBatch } from '@/lib/services/resubmit/create-batch'
import type { Context } from '@/lib/services/context'
import { applyEffects } from '@/lib/services/effects'
import { bounceOf } from '@/lib/services/resubmit/testing/bounces'
import { value } from '@/lib/services/testing/value'
import type { HandoverDeps } from '../lease'
import { sealedFor } from '../destination'

export const KEY = 'k'.repeat(40)
/** Everything at once: tests of the calendar have paces of their own. */
export const AT_ONCE = {
  perDay: 2000,
  gap: [0, 0] as [number, number],
  from: 0,
  to: 1440,
  days: [0, 1, 2, 3, 4, 5, 6],
}

/** What a worker would work with, on a clock of the test's own. */
export function labDeps(sql: Sql, part: Partial<HandoverDeps> = {}): HandoverDeps {
  return {
    sql,
    key: () => KEY,
    outbound: { allow: readAllowList(['127.0.0.1']) },
    now: () => new Date(),
    ...part,
  }
}

/** Contacts that bounced ten days ago and are ready, by their number. */
export async function addReady(
  ctx: Context,
  count: number,
  { tag = '', ...part }: { account?: string; tag?: string } = {},
): Promise<string[]> {
  const people = Array.from(
    { length: count },
    (_, i) => `p${String(i).padStart(5, '0')}${tag}@${newId().slice(-6)}.example`,
  )
  const at = new Date(ctx.now.getTime() - 10 * 86_400_000)
  const bounces = people.map((each) => bounceOf(each, at, 'mailbox_full', part))
  await ctx.sql.begin(async (tx) => {
    await insertBounces(tx, ctx.workspace.id, bounces)
    await applyEffects(tx, { workspaceId: ctx.workspace.id, now: ctx.now }, people)
  })
  return people
}

/** A destination of the workspace, as the page would make one. */
export async function addDestinationTo(ctx: Context, url: string): Promise<{ id: string; secret: string }> {
  const id = newId()
  const secret = newSigningSecret()
  await ctx.sql`
    insert into destinations (workspace_id, id, name, url, secret, state, created_by, created_at)
    values (${ctx.workspace.id}, ${id}, 'Receiver', ${url}, ${seal(secret, KEY, sealedFor(ctx.workspace.id, id))}, 'on',
      ${ctx.actor.userId}, ${ctx.now})`
  return { id, secret }
}

/** A batch of all that are ready. */
export async function batchOfAll(
  ctx: Context,
  destinationId: string | null,
  part: { requestKey?: string; pace?: typeof AT_ONCE } = {},
): Promise<CreatedBatch> {
  return value(
    await createBatch(ctx, {
      requestKey: part.requestKey ?? crypto.randomUUID(),
      name: '',
      scope: { kind: 'groups', state: 'ready', categories: [], accounts: [], campaigns: [] },
      pace: part.pace ?? AT_ONCE,
      destinationId,
    }),
  )
}

/** How many contacts of a batch are in each state. */
export async function statesOf(ctx: Context, batchId: string): Promise<Record<string, number>> {
  const rows = await ctx.sql<{ state: string; n: number }[]>`
    select state, count(*)::int as n from batch_contacts
    where workspace_id = ${ctx.workspace.id} and batch_id = ${batchId} group by state`
  return Object.fromEntries(rows.map((row) => [row.state, row.n]))
}
