import Link from 'next/link'
import { RankedBars, type RankedBar } from '@/components/charts/ranked-bars'
import { CategoryLabel, categoryName } from '@/components/data/category-label'
import { ChangeLabel } from '@/components/data/change-label'
import { Cell, DataTable, RowHead, type Column } from '@/components/data/data-table'
import { ViewAsTable } from '@/components/data/view-as-table'
import { byCategory } from '@/lib/analytics/cells'
import { compare } from '@/lib/analytics/change'
import { previousRange } from '@/lib/analytics/range'
import { sumOver } from '@/lib/analytics/series'
import { categoryById } from '@/lib/bounce/categories'
import { familyOf } from '@/lib/bounce/families'
import { formatCount } from '@/lib/format'
import type { CardProps } from './props'

const columns: readonly Column[] = [
  { id: 'category', label: 'Category' },
  { id: 'bounces', label: 'Bounces', width: 84, align: 'right' },
  { id: 'change', label: 'Change', width: 100, align: 'right' },
]

/** The account's causes, most frequent first. */
export async function CausesCard({ view, figures }: CardProps) {
  const days = await figures.days
  const before = byCategory(sumOver(days, previousRange(view.filter)))
  const bars: RankedBar[] = [...byCategory(sumOver(days, view.filter))]
    .map(([id, count]) => ({
      id,
      name: categoryName(id),
      shortName: categoryName(id, true),
      family: familyOf(id),
      count,
      href: view.rows({ categories: [id] }),
      disposition: categoryById(id)?.disposition ?? null,
    }))
    .sort((a, b) => b.count - a.count)
  return (
    <ViewAsTable
      title="Why they bounced"
      description="Bounces per category · colour is the family"
      className="h-full"
      chart={
        <RankedBars
          bars={bars.filter((bar) => bar.id !== 'unclassified')}
          rest={bars.find((bar) => bar.id === 'unclassified')}
        />
      }
      table={
        <DataTable caption="Bounces per category" columns={columns}>
          {bars.map((bar) => (
            <tr key={bar.id}>
              <RowHead>
                <CategoryLabel category={bar.id} />
              </RowHead>
              <Cell num>
                <Link href={bar.href} prefetch={false} className="hover-line">
                  {formatCount(bar.count)}
                </Link>
              </Cell>
              <Cell num className="text-muted">
                <ChangeLabel change={compare(bar.count, before.get(bar.id) ?? 0)} />
              </Cell>
            </tr>
          ))}
        </DataTable>
      }
    />
  )
}
