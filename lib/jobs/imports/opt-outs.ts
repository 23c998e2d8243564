import { loadPolicy } from '@/db/queries/dne/load-policy'
import type { OptOutCounts } from '@/lib/ingest/counts'
import type { StagedOptOut } from '../reading/messages'
import { optOutsName, storable } from './stage-table'
import type { ReadingCheckpoint, Taken, Tx } from './work'

/** Keeps in the stage who wants no more mail. */
export async function stageOptOuts(tx: Tx, importId: string, rows: readonly StagedOptOut[]): Promise<void> {
  if (rows.length === 0) return
  const text = (pick: (each: StagedOptOut) => string | number | boolean | null) =>
    rows.map((each) => storable(String(pick(each) ?? '')))
  await tx`
    insert into ${tx(optOutsName(importId))} (seq, line, key, address, reason, account, feedback_type, at, verified)
    select seq::int, line::int, key::uuid, address, reason, account, feedback_type, nullif(at, '')::bigint, verified::bool
    from unnest(${text((each) => each.seq)}::text[], ${text((each) => each.line)}::text[], ${text((each) => each.key)}::text[],
      ${text((each) => each.address)}::text[], ${text((each) => each.reason)}::text[], ${text((each) => each.account)}::text[],
      ${text((each) => each.feedbackType)}::text[], ${text((each) => each.at)}::text[],
      ${text((each) => each.verified)}::text[]) o(seq, line, key, address, reason, account, feedback_type, at, verified)`
}

/** Staged opt-outs behind outcome `after`, up to and with outcome `to`. */
export interface OptOutSpan {
  after: number
  to: number
}

export type Counted = Omit<OptOutCounts, 'unnamed'>

/** Loads a span into `step_opt_outs`, a table of the session that every commit empties, and counts it. */
export async function loadOptOuts(
  tx: Tx,
  { workspaceId, importId }: Omit<Taken, 'fence'>,
  { after, to }: OptOutSpan,
): Promise<Counted> {
  const { plusTags } = (await loadPolicy(tx, workspaceId)).options
  const listedAs = plusTags
    ? `case when left(address, 1) <> '"' and address like '_%+%@%' then regexp_replace(address, '[+][^@]*@', '@') else address end`
    : 'address'
  await tx.unsafe(`create temp table if not exists step_opt_outs (key uuid not null, line integer not null,
    address text collate "C" not null, listed_as text collate "C" not null, reason text not null, account text collate "C" not null,
    feedback_type text not null, at bigint, verified boolean not null, known boolean not null, seq integer not null)
    on commit delete rows;
    delete from step_opt_outs`)
  // What was only told by a report that may be forged is told anew by one that is not.
  await tx.unsafe(
    `insert into step_opt_outs
     select key, line, address, ${listedAs}, reason, account, feedback_type, at, verified,
       row_number() over (partition by key order by seq) > 1 or exists (select 1 from opt_outs o
         where o.workspace_id = $1::uuid and o.key = s.key and (o.verified or not s.verified or o.import_id = $2::uuid)), seq
     from ${optOutsName(importId)} s where seq > $3 and seq <= $4`,
    [workspaceId, importId, after, to],
  )
  const [counted] = await tx<Counted[]>`
    select (count(*) filter (where not known and verified))::int as new, (count(*) filter (where known))::int as known,
      (count(*) filter (where not known and not verified))::int as unverified
    from step_opt_outs`
  return { ...counted! }
}

/** The figures a person sees; those that name nobody are the rest. */
export function optOutCounts({ skipped }: ReadingCheckpoint, counted: Counted): OptOutCounts {
  const all = (skipped.complaint ?? 0) + (skipped.unsubscribe ?? 0)
  return { ...counted, unnamed: all - counted.new - counted.known - counted.unverified }
}
