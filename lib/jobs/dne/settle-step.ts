import type { TransactionSql } from 'postgres'
import { loadPolicy } from '@/db/queries/dne/load-policy'
import { windowEnd } from '@/db/queries/dne/window-end'
import type { DnePolicy } from '@/lib/dne/policy'
import { derivedBehind, dropOtherForm } from '@/lib/services/dne/derived-forms'
import { listUntagged } from '@/lib/services/dne/list-untagged'
import { lockSettling } from '@/lib/services/dne/lock-addresses'
import type { Run, Step } from '@/lib/services/dne/runs/run'
import type { SettleScope } from '@/lib/services/dne/runs/settling'
import { settleRecipients } from '@/lib/services/dne/settle-recipients'

/** A bounce by its place among those of its category. */
interface Reached {
  account: string
  at: string
  key: string
}

type Place =
  /** First the forms without a tag are listed, so that nobody is free meanwhile. */
  | { phase: 'untagged'; after: string }
  | { phase: 'bounces'; category: number; after: Reached | null }
  | { phase: 'forms'; after: string }

type Next = { place: Place | null; seen: number }

/** Settles the next recipients under the policy in force, which may be newer than the run. */
export async function settleStep(
  tx: TransactionSql,
  run: Run,
  { size, now }: { size: number; now: Date },
): Promise<Step> {
  await lockSettling(tx, run.workspaceId)
  const policy = await loadPolicy(tx, run.workspaceId)
  const scope = run.details as SettleScope
  const place = (run.place as Place | null) ?? first(scope, policy)
  const work = { tx, run, scope, policy, now, size }
  const next =
    place.phase === 'untagged'
      ? await untagged(work, place)
      : place.phase === 'bounces'
        ? await bounces(work, place)
        : await forms(work, place)
  return {
    ...run,
    place: next.place,
    done: Math.min(run.total, run.done + next.seen),
    ended: next.place === null,
  }
}

interface Work {
  tx: TransactionSql
  run: Run
  scope: SettleScope
  policy: DnePolicy
  now: Date
  size: number
}

function first({ tags }: SettleScope, { options }: DnePolicy): Place {
  return tags && options.plusTags
    ? { phase: 'untagged', after: '' }
    : { phase: 'bounces', category: 0, after: null }
}

async function untagged(
  { tx, run, now, size }: Work,
  { after }: Place & { phase: 'untagged' },
): Promise<Next> {
  const end = await windowEnd(tx, run.workspaceId, after, size)
  const who = { workspace: { id: run.workspaceId }, actor: { userId: run.createdBy }, now }
  await listUntagged(tx, who, run.actId, { after, to: end })
  const place: Place =
    end === null ? { phase: 'bounces', category: 0, after: null } : { phase: 'untagged', after: end }
  return { place, seen: 0 }
}

async function bounces(
  { tx, run, scope, policy, now, size }: Work,
  { category, after }: Place & { phase: 'bounces' },
): Promise<Next> {
  const id = scope.categories[category]
  if (id === undefined) return { place: scope.tags ? { phase: 'forms', after: '' } : null, seen: 0 }
  const behind = after
    ? tx`and (account, occurred_at, dedupe_key) > (${after.account}, ${after.at}::timestamptz, ${after.key}::uuid)`
    : tx``
  const rows = await tx<(Reached & { recipient: string })[]>`
    select recipient, account, occurred_at::text as at, dedupe_key as key from bounces
    where workspace_id = ${run.workspaceId} and category = ${id} ${behind}
    order by account, occurred_at, dedupe_key limit ${size}`
  const recipients = [...new Set(rows.map((row) => row.recipient))]
  if (recipients.length > 0)
    await settleRecipients(tx, { workspaceId: run.workspaceId, now }, recipients, policy)
  const last = rows.at(-1)
  if (rows.length < size || !last)
    return { place: { phase: 'bounces', category: category + 1, after: null }, seen: rows.length }
  const { account, at, key } = last
  return { place: { phase: 'bounces', category, after: { account, at, key } }, seen: rows.length }
}

async function forms(
  { tx, run, policy, now, size }: Work,
  { after }: Place & { phase: 'forms' },
): Promise<Next> {
  const values = await derivedBehind(tx, run.workspaceId, after, size)
  const last = values.at(-1)
  if (last === undefined) return { place: null, seen: 0 }
  await dropOtherForm(tx, { workspaceId: run.workspaceId, now }, values, policy)
  return { place: { phase: 'forms', after: last }, seen: 0 }
}
