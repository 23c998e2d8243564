import type { TransactionSql } from 'postgres'
import type { ActingIn } from './act'
import { storeEntries } from './store-entries'

/** Addresses with a tag, as a condition on `value`; what is quoted or begins with a plus has none. */
export const TAGGED_VALUE = `left(value, 1) not in ('"', '+') and split_part(value, '@', 1) like '_%+%' and value like '%@%'`

/** Such an address without its tag. */
export function untaggedSql(column: string): string {
  return `regexp_replace(${column}, '[+][^@]*@', '@')`
}

/**
 * Lists, as part of an act, the address without its tag wherever people or files listed one with a tag, for values behind one and up to
 * another (null: all): from then on they are one person, and whoever unsubscribed under one of them must not be mailed under another.
 */
export async function listUntagged(
  tx: TransactionSql,
  who: ActingIn,
  actId: string,
  { after, to }: { after: string; to: string | null },
): Promise<number> {
  return storeEntries(
    tx,
    who,
    actId,
    tx`
      select ${tx.unsafe(untaggedSql('value'))} as value, 'address' as scope, min(domain) as domain, reason,
        max(category) as category, case when bool_or(until is null) then null else max(until) end as until,
        max(bounce_at) as bounce_at, min(source) as source, max(note) as note, min(created_at) as created_at
      from dne_reasons
      where workspace_id = ${who.workspace.id} and source <> 'bounce' and (until is null or until > ${who.now})
        and value > ${after} ${to === null ? tx`` : tx`and value <= ${to}`} and ${tx.unsafe(TAGGED_VALUE)}
      group by 1, reason`,
  )
}
