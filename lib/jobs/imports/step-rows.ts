import { CELLS } from '@/lib/analytics/cells'
import { stageName } from './stage-table'
import type { KeyCursor, Tx } from './work'

/** The index into `counts` of a row's category and type, as SQL; ids come from the registry, never from data. */
export function cellSql(category: string, bounceType: string): string {
  const branches = CELLS.filter((cell) => cell.type !== '').map(
    (cell) => `when '${cell.category}${cell.type}' then ${cell.index}`,
  )
  const unclassified = CELLS.find((cell) => cell.type === '')!.index
  return `(case ${category} || ${bounceType} ${branches.join(' ')} else ${unclassified} end)`
}

/** The rows of the step at hand, in a table of the session that every commit empties. */
export async function openStepRows(tx: Tx): Promise<void> {
  await tx.unsafe(`create temp table if not exists step_rows (
    at bigint not null, base uuid not null, seq integer not null, k integer not null, known boolean not null,
    own boolean not null, occurred_at timestamptz not null, dedupe_key uuid not null, day date not null,
    cell integer not null, line integer not null, recipient text collate "C", domain text collate "C",
    recipient_name text, account text collate "C", campaign text collate "C", provider text collate "C",
    category text collate "C", bounce_type text, smtp_code text, enhanced_code text, vendor_class text,
    diagnostic text, template_id uuid, confidence real, decided_by text, verified boolean) on commit delete rows`)
}

interface Span {
  workspaceId: string
  importId: string
  timeZone: string
  after: KeyCursor | null
  /** Rows from this second on belong to another lane. */
  before: number | null
  size: number
}

const FIRST = { at: -(2 ** 40), key: '00000000-0000-0000-0000-000000000000', seq: 0, k: 0 }

const COLUMNS = `line, recipient, domain, recipient_name, account, campaign, provider, category, bounce_type,
  smtp_code, enhanced_code, vendor_class, diagnostic, template_id, confidence, decided_by, verified`

/**
 * The next staged rows in key order, each with its final key and whether it is known: `$1` workspace, `$2` import, `$3` zone,
 * `$4`–`$7` the cursor, `$8` the end, `$9` how many. The k-th of equal rows folds k into its key; an event's repetition is known.
 */
function keyedSql(importId: string): string {
  return `
    with page as materialized (
      select *, row_number() over (partition by at, key order by seq)
        + case when at = $4 and key = $5 then $7 else 0 end as k
      from (select * from ${stageName(importId)}
        where (at, key, seq) > ($4::bigint, $5::uuid, $6::integer) and at < $8::bigint
        order by at, key, seq limit $9) s),
    keyed as (
      select *, to_timestamp(at) as occurred_at, event and k > 1 as repeated,
        case when k = 1 or event then key
          else substr(encode(sha256((key::text || ' ' || k)::bytea), 'hex'), 1, 32)::uuid end as dedupe_key
      from page)
    select at, key as base, seq, k::integer, b.import_id is not null or repeated as known,
      coalesce(b.import_id = $2::uuid, false) or repeated as own, k2.occurred_at, dedupe_key,
      (k2.occurred_at at time zone $3)::date as day, ${cellSql('category', 'bounce_type')} as cell, ${COLUMNS}
    from keyed k2
    left join lateral (select import_id from bounces b
      where b.workspace_id = $1::uuid and b.occurred_at = k2.occurred_at and b.dedupe_key = k2.dedupe_key limit 1) b on true`
}

function spanParameters({ workspaceId, importId, timeZone, after, before, size }: Span) {
  const { at, key, seq, k } = after ?? FIRST
  return [workspaceId, importId, timeZone, at, key, seq, k, before ?? 2 ** 40, size]
}

/** Puts the next rows into `step_rows`; gives how many, and how many of them are known. */
export async function loadStepRows(
  tx: Tx,
  span: Span,
): Promise<{ rows: number; known: number; last: KeyCursor | null }> {
  await openStepRows(tx)
  await tx`set local work_mem = '32MB'`
  const columns = `at, base, seq, k, known, own, occurred_at, dedupe_key, day, cell, ${COLUMNS}`
  await tx.unsafe(`insert into step_rows (${columns}) ${keyedSql(span.importId)}`, spanParameters(span))
  const [counted] = await tx<{ rows: number; known: number }[]>`
    select count(*)::int as rows, (count(*) filter (where known))::int as known from step_rows`
  const [last] = await tx<KeyCursor[]>`
    select at::float8 as at, base as key, seq, k from step_rows order by step_rows.at desc, base desc, seq desc limit 1`
  return { ...counted!, last: last ?? null }
}
