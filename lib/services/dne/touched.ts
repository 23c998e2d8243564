import type { TransactionSql } from 'postgres'
import { withoutTag } from '@/lib/dne/canonical'
import type { DnePolicy } from '@/lib/dne/policy'

/** Tables of the session that every commit empties: the values at hand, and every bounce of theirs. */
export async function openTouched(tx: TransactionSql): Promise<void> {
  await tx.unsafe(`
    create temp table if not exists touched (value text collate "C" primary key) on commit delete rows;
    create temp table if not exists touched_bounces (value text collate "C" not null, occurred_at timestamptz not null,
      dedupe_key uuid not null, category text collate "C" not null, hard boolean not null, verified boolean not null,
      provider text collate "C" not null, domain text collate "C" not null) on commit delete rows;
    delete from touched;
    delete from touched_bounces`)
}

/** Adds recipients, under the form in which they are listed, with all their bounces; those that are there already stay once. */
export async function touch(
  tx: TransactionSql,
  workspaceId: string,
  recipients: readonly string[],
  policy: DnePolicy,
): Promise<void> {
  if (recipients.length === 0) return
  const { plusTags } = policy.options
  const values = plusTags ? recipients.map(withoutTag) : (recipients as string[])
  const fresh = `select distinct v.value from unnest($2::text[]) v(value)
    where not exists (select 1 from touched t where t.value = v.value)`
  await tx.unsafe(
    `with fresh as materialized (${fresh}),
     gathered as (insert into touched_bounces ${gathered('b.recipient = f.value', 3)}
       ${plusTags ? `union all ${gathered(TAGGED, 3)}` : ''})
     insert into touched select value from fresh`,
    [workspaceId, values, mattering(policy)],
  )
}

/** Touches everybody who bounced since a moment, without a detour. */
export async function touchSince(
  tx: TransactionSql,
  workspaceId: string,
  from: Date,
  policy: DnePolicy,
): Promise<void> {
  if (policy.options.plusTags) {
    const rows = await tx<{ recipient: string }[]>`
      select distinct recipient from bounces where workspace_id = ${workspaceId} and occurred_at >= ${from}`
    const recipients = rows.map((row) => row.recipient)
    await touch(tx, workspaceId, recipients, policy)
    return
  }
  await tx`
    insert into touched select distinct recipient from bounces
    where workspace_id = ${workspaceId} and occurred_at >= ${from}`
  await tx`analyze touched`
  const source = gathered('b.recipient = f.value', 2)
  await tx.unsafe(`with fresh as (select value from touched) insert into touched_bounces ${source}`, [
    workspaceId,
    mattering(policy),
  ])
}

/** The first sign behind a plus is the comma. */
const TAGGED = `left(f.value, 1) <> '"' and b.recipient > split_part(f.value, '@', 1) || '+'
  and b.recipient < split_part(f.value, '@', 1) || ',' and b.domain = split_part(f.value, '@', 2)`

function gathered(same: string, categories: number): string {
  return `select f.value, b.occurred_at, b.dedupe_key, b.category, b.bounce_type = 'hard', b.verified, b.provider, b.domain
    from fresh f join bounces b on b.workspace_id = $1::uuid and ${same}
    where b.category = any($${categories}::text[])`
}

/** The categories of which anything can follow. */
function mattering({ categories }: DnePolicy): string[] {
  return Object.keys(categories).filter(
    (id) => categories[id]!.list !== 'never' || categories[id]!.holdDays.length > 0,
  )
}
