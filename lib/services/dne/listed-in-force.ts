import type { TransactionSql } from 'postgres'
import { listedNow, type Listed } from '@/db/queries/dne/listed-now'
import { loadPolicy } from '@/db/queries/dne/load-policy'
import { withoutTag } from '@/lib/dne/canonical'
import { entryIdOf } from '@/db/queries/dne/entry-id'
import { judge } from './judge'
import { settlingNow } from './runs/settling'
import { openTouched, touch } from './touched'

interface Scope {
  workspaceId: string
  now: Date
  /** As the policy said a moment ago. */
  plusTags: boolean
}

/**
 * Which of these addresses must not be mailed under the policy in force: those that are listed, and, while a worker still derives the
 * list under a changed policy, those that it is going to list. Every hand-over and every check asks this.
 */
export async function listedInForce(
  tx: TransactionSql,
  scope: Scope,
  addresses: readonly string[],
): Promise<Map<string, Listed>> {
  const { workspaceId, now } = scope
  if (!(await settlingNow(tx, workspaceId))) return listedNow(tx, workspaceId, addresses, now, scope)
  const policy = await loadPolicy(tx, workspaceId)
  const { plusTags } = policy.options
  const listed = await listedNow(tx, workspaceId, addresses, now, { plusTags })
  const free = addresses.filter((address) => !listed.has(address))
  await openTouched(tx)
  await touch(tx, workspaceId, free, policy)
  await judge(tx, scope, policy)
  const ahead = new Map([...(await judged(tx)), ...(plusTags ? await underOtherTags(tx, scope, free) : [])])
  for (const address of free) {
    const value = plusTags ? withoutTag(address) : address
    const found = ahead.get(value)
    if (found)
      listed.set(address, { ...found, value, scope: 'address', entryId: entryIdOf(workspaceId, value) })
  }
  return listed
}

type Found = Pick<Listed, 'reason' | 'category' | 'until'>

async function judged(tx: TransactionSql): Promise<[string, Found][]> {
  const rows = await tx<{ value: string; category: string; until: Date | null }[]>`
    select distinct on (value) value, category, case when lists then null else until end as until
    from judged where lists or until is not null order by value, lists desc, until desc`
  return rows.map(({ value, category, until }) => [value, { reason: 'bounce', category, until }])
}

/** Who is listed under another tag of the same address, which the worker may not have come to yet. The sign behind a plus is the comma. */
async function underOtherTags(
  tx: TransactionSql,
  { workspaceId, now }: Scope,
  addresses: readonly string[],
): Promise<[string, Found][]> {
  const values = [...new Set(addresses.map(withoutTag))].filter((value) => !value.startsWith('"'))
  const rows = await tx<({ asked: string } & Found)[]>`
    select a.value as asked, r.reason, r.category, r.until from unnest(${values}::text[]) a(value)
    cross join lateral (select value, reason, category, until from dne_reasons r
      where r.workspace_id = ${workspaceId} and r.value > split_part(a.value, '@', 1) || '+'
        and r.value < split_part(a.value, '@', 1) || ',' and r.domain = split_part(a.value, '@', 2)
        and r.source <> 'bounce' and (r.until is null or r.until > ${now}) order by r.until desc nulls first limit 1) r`
  return rows.map(({ asked, reason, category, until }) => [asked, { reason, category, until }])
}
