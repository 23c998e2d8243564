import type { ISql } from 'postgres'
import { z } from 'zod'
import { entryValue } from '@/db/queries/dne/load-entry'
import { loadPolicy } from '@/db/queries/dne/load-policy'
import { parseBounceKey } from '@/lib/bounce/key'
import { canonicalAddress, withoutTag } from '@/lib/dne/canonical'
import { isErased } from '@/lib/dne/erased'

/** A person: by address, by an entry of the list, or by a bounce. The last two keep the address out of URLs. */
export const personInput = z.union([
  z.strictObject({ address: z.string().max(2600) }),
  z.strictObject({ entryId: z.guid() }),
  z.strictObject({ bounceKey: z.string().refine((key) => parseBounceKey(key) !== null) }),
])
export type PersonInput = z.infer<typeof personInput>

export interface Person {
  /** The canonical form, without its tag where tags make no difference. */
  value: string
  /** Every form under which the workspace knows the person. */
  addresses: string[]
}

/** What every part of an erasure works with. */
export interface Erasure extends Person {
  workspaceId: string
  now: Date
  actorId: string
  /** Stands from now on where the address stood. */
  standIn: string
}

/** Finds the person; null where there is no such address, entry or bounce, or where it was erased before. */
export async function findPerson(sql: ISql, workspaceId: string, input: PersonInput): Promise<Person | null> {
  const text = 'address' in input ? input.address : await addressOf(sql, workspaceId, input)
  const { plusTags } = (await loadPolicy(sql, workspaceId)).options
  const canonical = text === null ? null : canonicalAddress(text, { plusTags })
  if (!canonical?.ok || isErased(canonical.value)) return null
  const { value } = canonical
  const forms = plusTags && !value.startsWith('"') ? await taggedForms(sql, workspaceId, value) : []
  const given = 'address' in input ? canonicalAddress(input.address) : null
  return { value, addresses: [...new Set([value, ...(given?.ok ? [given.value] : []), ...forms])] }
}

async function addressOf(
  sql: ISql,
  workspaceId: string,
  input: Exclude<PersonInput, { address: string }>,
): Promise<string | null> {
  if ('entryId' in input) return entryValue(sql, workspaceId, input.entryId)
  const { occurredAt, dedupeKey } = parseBounceKey(input.bounceKey)!
  const [bounce] = await sql<{ recipient: string }[]>`
    select recipient from bounces
    where workspace_id = ${workspaceId} and occurred_at = ${occurredAt} and dedupe_key = ${dedupeKey}`
  return bounce?.recipient ?? null
}

/** `anna+news@` and all others of `anna@`, wherever they occur. The sign behind a plus is the comma. */
async function taggedForms(sql: ISql, workspaceId: string, value: string): Promise<string[]> {
  const at = value.lastIndexOf('@')
  const [local, domain] = [value.slice(0, at), value.slice(at + 1)]
  const within = (column: string) =>
    sql`workspace_id = ${workspaceId} and ${sql(column)} > ${`${local}+`} and ${sql(column)} < ${`${local},`}`
  const rows = await sql<{ address: string }[]>`
    select recipient as address from bounces where ${within('recipient')} and domain = ${domain}
    union select recipient from dismissed_bounces where ${within('recipient')} and domain = ${domain}
    union select value from dne_reasons where ${within('value')} and domain = ${domain}
    union select value from dne_changes where ${within('value')}
    union select address from opt_outs where ${within('address')}
    union select recipient from batch_contacts where ${within('recipient')} and domain = ${domain}`
  return rows.map((row) => row.address).filter((address) => withoutTag(address) === value)
}
