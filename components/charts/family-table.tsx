import Link from 'next/link'
import type { FamilyCounts } from '@/lib/analytics/cells'
import { FAMILIES } from '@/lib/bounce/families'
import { formatCount } from '@/lib/format'

export interface FamilyRow {
  key: string
  name: string
  href: string
  counts: FamilyCounts
  all: number
  /** Where each family's figure leads. */
  familyHref?: (family: string) => string
}

/** The table twin of a mix: one row a thing, one column a family. */
export function FamilyTable({
  caption,
  first,
  rows,
}: {
  caption: string
  first: string
  rows: readonly FamilyRow[]
}) {
  return (
    <table className="data-table min-w-[720px]">
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        <col style={{ width: 168 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {FAMILIES.map((family) => (
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
            {FAMILIES.map((family) => (
              <td key={family.id} className="text-right">
                {row.familyHref && row.counts[family.id] > 0 ? (
                  <Link href={row.familyHref(family.id)} prefetch={false} className="hover-line">
                    {formatCount(row.counts[family.id])}
                  </Link>
                ) : (
                  formatCount(row.counts[family.id])
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
