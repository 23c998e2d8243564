import type { Sql } from 'postgres'
import type { Listed } from '@/db/queries/dne/listed-now'
import { parseAddress, suggestDomain } from '@/lib/bounce/address'
import { valuesIn } from '@/lib/ingest/lists/entries'
import type { ListRecord, ListSettings } from '@/lib/ingest/lists/types'
import { listedInForce } from '../listed-in-force'
import { problemOf } from './entries-of'

/** What the check says of one row. A row with several addresses is listed as soon as one of them is. */
export type RowFate =
  | { kind: 'clean' }
  | { kind: 'listed' | 'resting'; hit: Listed; address: string }
  | { kind: 'unreadable'; why: string }

export interface CheckedRow {
  record: ListRecord
  fate: RowFate
  /** A domain in the row that is most likely another one, and the address it then is. */
  typo: { from: string; to: string; address: string } | null
}

interface Read {
  record: ListRecord
  addresses: { address: string; domain: string }[]
  why: string
}

export type Checker = (records: readonly ListRecord[]) => Promise<CheckedRow[]>

/** Makes what checks a file piece by piece, each piece with one look-up on the list as it stands then. */
export function openChecker(
  sql: Sql,
  file: { workspaceId: string; settings: ListSettings },
  options: { plusTags: boolean; now: () => Date },
): Checker {
  const typoOf = typoFinder()
  const scopeOf = () => ({ workspaceId: file.workspaceId, plusTags: options.plusTags, now: options.now() })
  return async (records) => {
    const rows = records.map((record) => read(record, file.settings))
    const all = new Set(rows.flatMap(({ addresses }) => addresses.map(({ address }) => address)))
    const listed =
      all.size > 0
        ? await sql.begin((tx) => listedInForce(tx, scopeOf(), [...all]))
        : new Map<string, Listed>()
    return rows.map((row) => ({ record: row.record, fate: fateOf(row, listed), typo: typoOf(row) }))
  }
}

function read(record: ListRecord, { columns, everyCell }: ListSettings): Read {
  if (!record.ok) return { record, addresses: [], why: problemOf(record.problem) }
  const cells = everyCell ? record.cells : [record.cells[columns.value ?? 0] ?? '']
  const addresses: Read['addresses'] = []
  for (const text of cells.flatMap(valuesIn)) {
    const parsed = parseAddress(text)
    if (!parsed.ok) return { record, addresses: [], why: parsed.why }
    addresses.push(parsed)
  }
  return { record, addresses, why: addresses.length === 0 ? 'There is no address in this row.' : '' }
}

function fateOf({ addresses, why }: Read, listed: ReadonlyMap<string, Listed>): RowFate {
  if (addresses.length === 0) return { kind: 'unreadable', why }
  let resting: RowFate | null = null
  for (const { address } of addresses) {
    const hit = listed.get(address)
    if (!hit) continue
    if (hit.until === null) return { kind: 'listed', hit, address }
    resting ??= { kind: 'resting', hit, address }
  }
  return resting ?? { kind: 'clean' }
}

/** Looks for mistyped domains, once each: a file has few different ones, and the search is not for free. */
function typoFinder(): (row: Read) => CheckedRow['typo'] {
  const known = new Map<string, string | null>()
  return ({ addresses }) => {
    for (const { address, domain } of addresses) {
      let to = known.get(domain)
      if (to === undefined) {
        if (known.size >= 50_000) known.clear()
        known.set(domain, (to = suggestDomain(domain)))
      }
      if (to) return { from: domain, to, address: `${address.slice(0, address.lastIndexOf('@'))}@${to}` }
    }
    return null
  }
}
