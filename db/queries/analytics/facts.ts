import type { Fragment, ISql } from 'postgres'
import { matching } from '@/db/queries/bounces/conditions'
import { CELL_COUNT, CELLS } from '@/lib/analytics/cells'
import type { BounceFilter } from '@/lib/analytics/filter'
import type { Range } from '@/lib/analytics/range'
import type { Place } from './rollup'

/** `bounces` with every condition of a filter but its words, for filters no rollup knows (campaign, reply, import). */
export function facts(sql: ISql, place: Place, filter: BounceFilter, range: Range): Fragment {
  const { from, to } = range
  const scope = {
    workspaceId: place.id,
    timeZone: place.timeZone,
    filter: { ...filter, from, to },
    search: null,
  }
  return sql`bounces b where ${matching(sql, scope)}`
}

/** The day of a bounce in the workspace's zone. */
export function factDay(sql: ISql, place: Place): Fragment {
  return sql`(occurred_at at time zone ${place.timeZone})::date`
}

/** Counts by category and type as an array addressed like the rollups' `counts`. */
export function countedCells(sql: ISql): Fragment {
  const cells = Array.from({ length: CELL_COUNT }, (_, i) => {
    const cell = CELLS.find((each) => each.index === i + 1)
    return cell
      ? `count(*) filter (where category = '${cell.category}' and bounce_type = '${cell.type}')`
      : '0'
  })
  return sql.unsafe(`array[${cells.join(', ')}]::int[]`) as unknown as Fragment
}
