'use client'

import Link from 'next/link'
import { ChangeLabel } from '@/components/data/change-label'
import { DispositionLabel } from '@/components/data/disposition-label'
import type { Change } from '@/lib/analytics/change'
import type { Disposition } from '@/lib/bounce/types'
import { formatCount } from '@/lib/format'

interface CauseRow {
  id: string
  name: string
  count: number
  before: number
  change: Change
  disposition: Disposition | null
  /** Where its rows are, and its article in the guide. */
  href: string
  fix: string
}

/** The table twin of the causes, each with the period before. */
export function CausesTable({ rows }: { rows: readonly CauseRow[] }) {
  return (
    <table className="data-table">
      <caption className="sr-only">Bounces per category</caption>
      <colgroup>
        <col />
        <col style={{ width: 76 }} />
        <col style={{ width: 76 }} />
        <col style={{ width: 92 }} />
        <col style={{ width: 104 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Category</th>
          <th scope="col" className="text-right">
            Bounces
          </th>
          <th scope="col" className="text-right">
            Before
          </th>
          <th scope="col" className="text-right">
            Change
          </th>
          <th scope="col">Asks for</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link href={row.fix} prefetch={false} className="hover-line">
                {row.name}
              </Link>
            </th>
            <td className="text-right">
              <Link href={row.href} prefetch={false} className="hover-line">
                {formatCount(row.count)}
              </Link>
            </td>
            <td className="text-right text-muted">{formatCount(row.before)}</td>
            <td className="text-right text-muted">
              <ChangeLabel change={row.change} />
            </td>
            <td>
              <DispositionLabel disposition={row.disposition} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
