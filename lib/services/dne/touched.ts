import type { Fragment, TransactionSql } from 'postgres'
import { withoutTag } from '@/lib/dne/canonical'
import type { DnePolicy } from '@/lib/dne/policy'

/**
 * Addresses whose bounces changed, or a query that gives them as `recipient`; it may give one several times. `stored`: it gives one row
 * for each bounce that this transaction stored.
 */
export type Recipients = readonly string[] | { select: Fragment; stored?: true }

/**
 * Tables of the session that every commit empties: the values at hand, and every bounce of theirs. `fresh`: no older bounce is known,
 * so nothing that follows from bounces is stored yet.
 */
export async function openTouched(tx: TransactionSql): Promise<void> {
  await tx.unsafe(`
    create temp table if not exists touched (value text collate "C" not null, fresh boolean not null) on commit delete rows;
    create temp table if not exists touched_bounces (value text collate "C" not null, recipient text collate "C" not null,
      occurred_at timestamptz not null, dedupe_key uuid not null, category text collate "C" not null, bounce_type text not null,
      hard boolean not null, verified boolean not null, provider text collate "C" not null, domain text collate "C" not null,
      account text collate "C" not null, campaign text collate "C" not null, recipient_name text, together integer not null)
      on commit delete rows;
    delete from touched;
    delete from touched_bounces`)
}

/** Adds recipients, under the form in which they are listed, with all their bounces; those that are there already stay once. */
export async function touch(
  tx: TransactionSql,
  workspaceId: string,
  recipients: Recipients,
  { options: { plusTags } }: DnePolicy,
): Promise<void> {
  if (plusTags) return touchValues(tx, workspaceId, (await listOf(tx, recipients)).map(withoutTag), true)
  if (!('select' in recipients)) return touchValues(tx, workspaceId, recipients, false)
  const n = recipients.stored ? tx`count(*)` : tx`0`
  await gather(
    tx,
    workspaceId,
    tx`select recipient as value, ${n} as n from (${recipients.select}) s group by recipient`,
  )
}

async function touchValues(
  tx: TransactionSql,
  workspaceId: string,
  values: readonly string[],
  tagged: boolean,
): Promise<void> {
  if (values.length === 0) return
  const asked = tx`select distinct v.value, 0 as n from unnest(${values as string[]}::text[]) v(value)`
  await gather(tx, workspaceId, asked, tagged)
}

/** The addresses themselves, each once. */
export async function listOf(tx: TransactionSql, recipients: Recipients): Promise<string[]> {
  if (!('select' in recipients)) return [...new Set(recipients)]
  const rows = await tx<{ recipient: string }[]>`select distinct recipient from (${recipients.select}) s`
  return rows.map((row) => row.recipient)
}

/** Touches everybody who bounced since a moment. */
export async function touchSince(
  tx: TransactionSql,
  workspaceId: string,
  from: Date,
  policy: DnePolicy,
): Promise<void> {
  await touch(
    tx,
    workspaceId,
    {
      select: tx`select recipient from bounces where workspace_id = ${workspaceId} and occurred_at >= ${from}`,
    },
    policy,
  )
}

// In order of the value, so that neighbours in the index are looked up one after the other; one by one, so that the planner cannot
// take another way where it knows too little of the tables.
async function gather(
  tx: TransactionSql,
  workspaceId: string,
  asked: Fragment,
  tagged = false,
): Promise<void> {
  const columns = tx.unsafe(
    `recipient, occurred_at, dedupe_key, category, bounce_type, verified, provider, domain, account, campaign, recipient_name`,
  )
  // The id is hidden from the planner, which else takes a workspace it has no figures of for empty, and any index for as good.
  const of = (same: string) =>
    tx`select ${columns} from bounces b where b.workspace_id = (select ${workspaceId}::uuid) and ${tx.unsafe(same)}`
  await tx`
    with asked as materialized (
      select a.value, a.n from (${asked}) a
      where not exists (select 1 from touched t where t.value = a.value) order by a.value),
    gathered as (
      insert into touched_bounces
      select a.value, b.recipient, b.occurred_at, b.dedupe_key, b.category, b.bounce_type, b.bounce_type = 'hard', b.verified,
        b.provider, b.domain, b.account, b.campaign, b.recipient_name, count(*) over (partition by a.value)
      from asked a
      cross join lateral (${of('b.recipient = a.value')} ${tagged ? tx`union all ${of(TAGGED)}` : tx``} offset 0) b
      returning value, together)
    insert into touched
    select a.value, coalesce(g.n = a.n, false)
    from asked a left join (select value, max(together) as n from gathered group by value) g on g.value = a.value`
}

/** The first sign behind a plus is the comma. */
const TAGGED = `left(a.value, 1) <> '"' and b.recipient > split_part(a.value, '@', 1) || '+'
  and b.recipient < split_part(a.value, '@', 1) || ',' and b.domain = split_part(a.value, '@', 2)`
