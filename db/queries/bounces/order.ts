import type { Fragment, ISql } from 'postgres'
import type { BounceCursor } from '@/lib/analytics/bounce-cursor'
import type { BounceSort, BounceSortKey } from '@/lib/analytics/bounce-sort'
import type { BounceKey } from '@/lib/bounce/key'

/** Where a list stands still: the values of its sort's own columns, then the key. */
export interface Anchor extends BounceKey {
  values: string[]
}

/** The columns in front of time and key; an index has them in this order, except for accounts, which are gone along one by one. */
const OWN = {
  received: [],
  recipient: ['recipient'],
  account: ['account'],
  category: ['category', 'account'],
} as const satisfies Record<BounceSortKey, readonly ('recipient' | 'account' | 'category')[]>

/** The sort's own columns of a row, which is what a cursor carries. */
export function anchorOf<Row extends BounceKey & { recipient: string; account: string; category: string }>(
  row: Row,
  key: BounceSortKey,
): Anchor {
  return {
    values: OWN[key].map((column) => row[column]),
    occurredAt: row.occurredAt,
    dedupeKey: row.dedupeKey,
  }
}

/** Compares texts as the database does: by their bytes. */
export function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

/** Compares two rows as the database does. */
export function compareRows<Row extends Parameters<typeof anchorOf>[0]>(
  { key, direction }: BounceSort,
  a: Row,
  b: Row,
): number {
  const [left, right] = [textsOf(a, key), textsOf(b, key)]
  const at = left.findIndex((text, i) => text !== right[i])
  if (at < 0) return 0
  const order = compareText(left[at]!, right[at]!)
  return direction === 'asc' ? order : -order
}

function textsOf(row: Parameters<typeof anchorOf>[0], key: BounceSortKey): string[] {
  const { values, occurredAt, dedupeKey } = anchorOf(row, key)
  return [...values, occurredAt.toISOString(), dedupeKey]
}

/** Whether a cursor has what the sort needs; a forged one may not. */
export function fitsSort(cursor: BounceCursor, key: BounceSortKey): boolean {
  return cursor.sort === key && cursor.values.length === OWN[key].length
}

/** The columns that a sort looks at, on an alias: all that has to be gathered before the page is cut. */
export function sortColumns(sql: ISql, alias: string, key: BounceSortKey): Fragment {
  const columns = [...OWN[key], 'occurred_at', 'dedupe_key'].map((c) => sql`${sql(`${alias}.${c}`)}`)
  return columns.reduce((all, column) => sql`${all}, ${column}`)
}

/** `order by` of a sort on an alias; every key goes the same way, so one index serves both directions. */
export function orderBy(sql: ISql, alias: string, { key, direction }: BounceSort): Fragment {
  const way = direction === 'asc' ? sql`asc` : sql`desc`
  const columns = [...OWN[key], 'occurred_at', 'dedupe_key'].map((c) => sql`${sql(`${alias}.${c}`)} ${way}`)
  return columns.reduce((all, column) => sql`${all}, ${column}`)
}

/** What stands strictly behind an anchor in the sort's direction. */
export function behind(sql: ISql, alias: string, { key, direction }: BounceSort, anchor: Anchor): Fragment {
  const columns = [...OWN[key], 'occurred_at', 'dedupe_key'].map((c) => sql`${sql(`${alias}.${c}`)}`)
  const own = anchor.values.map((value) => sql`${value}::text`)
  const values = [...own, sql`${anchor.occurredAt}::timestamptz`, sql`${anchor.dedupeKey}::uuid`]
  const list = (parts: Fragment[]) => parts.reduce((all, part) => sql`${all}, ${part}`)
  return sql`(${list(columns)}) ${direction === 'asc' ? sql`>` : sql`<`} (${list(values)})`
}

/** The same order seen from the other end. */
export function reversed({ key, direction }: BounceSort): BounceSort {
  return { key, direction: direction === 'asc' ? 'desc' : 'asc' }
}
