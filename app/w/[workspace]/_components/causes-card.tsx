import Link from 'next/link'
import { RankedBars, type RankedBar } from '@/components/charts/ranked-bars'
import { categoryName } from '@/components/data/category-label'
import { ChangeLabel } from '@/components/data/change-label'
import { DispositionLabel } from '@/components/data/disposition-label'
import { ViewAsTable } from '@/components/data/view-as-table'
import { byCategory } from '@/lib/analytics/cells'
import { previousRange } from '@/lib/analytics/range'
import { sumOver } from '@/lib/analytics/series'
import { categoryById } from '@/lib/bounce/categories'
import { familyOf } from '@/lib/bounce/families'
import { formatCount } from '@/lib/format'
import type { Overview } from './data'
import type { View } from './view'

/** The 15 causes, most frequent first. */
export async function CausesCard({ view, data }: { view: View; data: Overview }) {
  const days = await data.days
  const before = byCategory(sumOver(days, previousRange(view.filter)))
  const bars: RankedBar[] = [...byCategory(sumOver(days, view.filter))]
    .map(([id, count]) => ({
      id,
      name: categoryName(id),
      shortName: categoryName(id, true),
      family: familyOf(id),
      count,
      href: view.rows({ categories: [id], families: [] }),
      disposition: categoryById(id)?.disposition ?? null,
    }))
    .sort((a, b) => b.count - a.count)
  // Narrowed to some causes, the others would only be a list of zeros.
  const narrowed = view.filter.categories.length + view.filter.families.length > 0
  const shown = bars.filter((bar) => bar.count > 0 || !narrowed)
  const known = shown.filter((bar) => bar.id !== 'unclassified')
  const rest = shown.find((bar) => bar.id === 'unclassified')
  return (
    <ViewAsTable
      title="Why they bounced"
      description="Bounces per category · colour is the family"
      className="h-full"
      chart={<RankedBars bars={known} rest={rest} />}
      table={<CausesTable view={view} bars={rest ? [...known, rest] : known} before={before} />}
    />
  )
}

function CausesTable({ view, bars, before }: { view: View; bars: RankedBar[]; before: Map<string, number> }) {
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
        {bars.map((bar) => (
          <tr key={bar.id}>
            <th scope="row">
              <Link href={view.fix(bar.id)} prefetch={false} className="hover-line">
                {bar.name}
              </Link>
            </th>
            <td className="text-right">
              <Link href={bar.href} prefetch={false} className="hover-line">
                {formatCount(bar.count)}
              </Link>
            </td>
            <td className="text-right text-muted">{formatCount(before.get(bar.id) ?? 0)}</td>
            <td className="text-right text-muted">
              <ChangeLabel change={view.compare(bar.count, before.get(bar.id) ?? 0)} />
            </td>
            <td>
              <DispositionLabel disposition={bar.disposition} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
