import type { Fragment, TransactionSql } from 'postgres'
import { z } from 'zod'
import { loadPolicy } from '@/db/queries/dne/load-policy'
import { TAGGED_VALUE, untaggedSql } from './list-untagged'

/** Longer than any outage; every bounce of that time is looked at. */
const MOST_MS = 31 * 86_400_000

export const TOOK_TOO_LONG =
  'Looking took longer than a minute. Choose a shorter time, a provider or a domain.'

/** A provider's or a domain's incident: when, where, and what its replies said. */
export const incidentInput = z
  .strictObject({
    from: z.coerce.date(),
    to: z.coerce.date(),
    provider: z.string().max(40).optional(),
    domain: z.string().max(253).optional(),
    category: z.string().max(40).optional(),
    /** Part of the reply, in any letter case. */
    words: z.string().trim().max(200).optional(),
  })
  .refine(({ from, to }) => from < to, 'The end is before the start.')
  .refine(({ from, to }) => to.getTime() - from.getTime() <= MOST_MS, 'Look at 31 days at most at once.')
  .refine(
    ({ provider, domain, words }) => provider || domain || words,
    'Say which provider, domain or words.',
  )
export type Incident = z.infer<typeof incidentInput>

/**
 * Gathers in `incident_entries` the addresses that are listed, rest, or are suggested because of a bounce of the incident, with that
 * bounce.
 */
export async function gatherIncident(
  tx: TransactionSql,
  workspaceId: string,
  incident: Incident,
): Promise<number> {
  await tx.unsafe(`create temp table if not exists incident_entries (value text collate "C" primary key, entry_id uuid not null,
    category text not null, bounce_at timestamptz not null, reply text not null) on commit delete rows;
    delete from incident_entries`)
  const { where } = { where: matching(tx, workspaceId, incident) }
  const { plusTags } = (await loadPolicy(tx, workspaceId)).options
  const evidence = tx`e.workspace_id = ${workspaceId} and e.value = b.value and e.bounce_at = b.occurred_at
    and e.bounce_key = b.dedupe_key`
  const { count } = await tx`
    with hit as materialized (
      select ${plusTags ? tx.unsafe(UNTAGGED) : tx`b.recipient`} as value, b.occurred_at, b.dedupe_key, b.category,
        left(b.diagnostic, 300) as reply
      from bounces b where ${where})
    insert into incident_entries
    select e.value, e.entry_id, b.category, b.occurred_at, b.reply
    from hit b join dne_reasons e on ${evidence} and e.reason = 'bounce'
    union
    select e.value, e.entry_id, b.category, b.occurred_at, b.reply
    from hit b join dne_suggestions e on ${evidence}
    on conflict do nothing`
  return count
}

/** As a tagged recipient is listed. */
const UNTAGGED = `case when ${TAGGED_VALUE.replaceAll('value', 'b.recipient')} then ${untaggedSql('b.recipient')} else b.recipient end`

function matching(
  tx: TransactionSql,
  workspaceId: string,
  { from, to, provider, domain, category, words }: Incident,
): Fragment {
  const said = words ? `%${words.replace(/[\\%_]/g, (char) => `\\${char}`)}%` : null
  return tx`b.workspace_id = ${workspaceId} and b.occurred_at >= ${from} and b.occurred_at <= ${to}
    ${provider ? tx`and b.provider = ${provider}` : tx``} ${domain ? tx`and b.domain = ${domain}` : tx``}
    ${category ? tx`and b.category = ${category}` : tx``} ${said ? tx`and b.diagnostic ilike ${said}` : tx``}`
}
