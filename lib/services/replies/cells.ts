import type { Fragment, ISql } from 'postgres'
import { CATEGORIES, UNCLASSIFIED_NUMBER } from '@/lib/bounce/categories'

/** The SQL expression for the cell in which a row of this category and type is counted. */
export function cellOf(sql: ISql, category: Fragment, type: Fragment): Fragment {
  const ids = CATEGORIES.map((each) => each.id)
  const numbers = CATEGORIES.map((each) => each.number)
  const number = sql`coalesce((${numbers}::int[])[array_position(${ids}::text[], ${category})], ${UNCLASSIFIED_NUMBER})`
  return sql`(${number} * 2 - case when ${type} = 'hard' then 1 else 0 end)`
}
