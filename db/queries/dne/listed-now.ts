import type { ISql } from 'postgres'
import { erasedAmong } from '@/db/queries/people/erased'
import { valuesAbove, type CanonicalOptions } from '@/lib/dne/canonical'
import { REASONS, type Reason, type Scope } from '@/lib/dne/entry'

/** Why an address must not be mailed now. */
export interface Listed {
  /** The listed value: the address itself, or a domain above it. */
  value: string
  scope: Scope
  reason: Reason
  /** '' unless the reason is a bounce. */
  category: string
  /** Null for good; a time for a hold. */
  until: Date | null
  entryId: string
}

const AT_ONCE = 20_000

/** Which of these canonical addresses are listed, each with its strongest reason; for good comes before holds, the address before its domain. */
export async function listedNow(
  sql: ISql,
  workspaceId: string,
  addresses: readonly string[],
  now: Date,
  options: CanonicalOptions = {},
): Promise<Map<string, Listed>> {
  const found = new Map<string, Listed>()
  for (let i = 0; i < addresses.length; i += AT_ONCE) {
    const some = addresses.slice(i, i + AT_ONCE)
    const above = new Map(some.map((address) => [address, valuesAbove(address, options)]))
    const values = [...new Set([...above.values()].flat())]
    const standing = await standingReasons(sql, workspaceId, values, now)
    for (const { value, entryId } of await erasedAmong(sql, workspaceId, values))
      standing.set(value, [{ value, scope: 'address', reason: 'erased', category: '', until: null, entryId }])
    if (standing.size === 0) continue
    for (const [address, values] of above) {
      const listed = strongest(address, values, standing, options)
      if (listed) found.set(address, listed)
    }
  }
  return found
}

async function standingReasons(sql: ISql, workspaceId: string, values: string[], now: Date) {
  // One by one: for many values at once the planner goes through a whole index of another key.
  const rows = await sql<Listed[]>`
    select r.* from (select value from unnest(${values}::text[]) v(value) order by value collate "C") v
    cross join lateral (
      select value, scope, reason, category, until, entry_id as "entryId" from dne_reasons
      where workspace_id = ${workspaceId} and value = v.value and (until is null or until > ${now}) offset 0) r`
  const byValue = new Map<string, Listed[]>()
  for (const row of rows) {
    const same = byValue.get(row.value)
    if (same) same.push({ ...row })
    else byValue.set(row.value, [{ ...row }])
  }
  return byValue
}

/** `values` goes from the address outwards; a domain further up counts only with its subdomains. */
function strongest(
  address: string,
  values: readonly string[],
  standing: ReadonlyMap<string, Listed[]>,
  { plusTags }: CanonicalOptions,
): Listed | null {
  const own = address.slice(address.lastIndexOf('@') + 1)
  const reasons = values.flatMap((value) => standing.get(value) ?? [])
  const applying = reasons.filter(
    ({ value, scope }) => scope !== 'domain' || value === own || (plusTags && value.includes('@')),
  )
  if (applying.length === 0) return null
  return applying.reduce((best, each) => (weight(each) < weight(best) ? each : best))
}

function weight({ until, reason }: Listed): number {
  return (until ? REASONS.length : 0) + REASONS.indexOf(reason)
}
