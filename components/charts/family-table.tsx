'use client'

import Link from 'next/link'
import type { FamilyCounts } from '@/lib/analytics/cells'
import type { Family } from '@/lib/bounce/types'
import { formatCount } from '@/lib/format'
import { narrowed } from './narrowed'

export interface FamilyRow {
  key: string
  name: string
  /** Where the name leads. */
  href: string
  /** The rows of all families; a family's figure narrows it. */
  rows: string
  counts: FamilyCounts
  all: number
}

interface Props {
  caption: string
  /** Head of the first column. */
  first: string
  families: readonly { id: Family; name: string }[]
  rows: readonly FamilyRow[]
}

/** The table twin of a mix: one row a thing, one column a family. */
export function FamilyTable({ caption, first, families, rows }: Props) {
  return (
    <table className="data-table min-w-[720px]">
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        <col style={{ width: 168 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {families.map((family) => (
            <th key={family.id} scope="col" className="text-right">
              {family.name}
            </th>
          ))}
          <th scope="col" className="text-right">
            All
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <Link href={row.href} prefetch={false} className="hover-line">
                {row.name}
              </Link>
            </th>
            {families.map(({ id }) => (
              <td key={id} className="text-right">
                {row.counts[id] > 0 ? (
                  <Link href={narrowed(row.rows, 'family', id)} prefetch={false} className="hover-line">
                    {formatCount(row.counts[id])}
                  </Link>
                ) : (
                  0
                )}
              </td>
            ))}
            <td className="text-right font-semibold">{formatCount(row.all)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
