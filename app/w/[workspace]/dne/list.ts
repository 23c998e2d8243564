import { dneFilterOf, dneSortOf, isNarrow, type DneUrl } from '@/components/dne/dne-params'
import { countEntries, countListed } from '@/db/queries/dne/count-entries'
import { listEntries, type EntryPage } from '@/db/queries/dne/list-entries'
import { parseDneCursor } from '@/lib/dne/cursor'
import type { DneFilter, DneSort } from '@/lib/dne/filter'
import type { Context } from '@/lib/services/context'

export interface Counted {
  count: number
  /** False where counting stopped at 100,000. */
  exact: boolean
}

export interface List {
  filter: DneFilter
  sort: DneSort
  page: EntryPage
  /** Counted beside the page, because a wide search takes longer to count than to show. */
  matching: Promise<Counted>
  /** All that is listed, whatever narrows the page. */
  total: Promise<number>
}

/** What the URL asks for: the rows at once, the counts as promises. */
export async function loadList({ sql, workspace, now }: Context, url: DneUrl): Promise<List> {
  const filter = dneFilterOf(url)
  const sort = dneSortOf(url.sort)
  const cursor = parseDneCursor(url.cursor, sort.key)
  const total = quietly(countListed(sql, workspace.id, now))
  const matching = isNarrow(filter)
    ? quietly(countEntries(sql, workspace, filter, now))
    : total.then((count) => ({ count, exact: true }))
  const page = await listEntries(sql, workspace, { filter, sort, cursor, now })
  return { filter, sort, page, matching, total }
}

/** A count nobody got to wait for must not end the process; whoever does wait sees its failure. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
