import { RankedBars, type RankedBar } from '@/components/charts/ranked-bars'
import { categoryName } from '@/components/data/category-label'
import { ViewAsTable } from '@/components/data/view-as-table'
import { byCategory } from '@/lib/analytics/cells'
import { previousRange } from '@/lib/analytics/range'
import { sumOver } from '@/lib/analytics/series'
import { categoryById } from '@/lib/bounce/categories'
import { familyOf } from '@/lib/bounce/families'
import { CausesTable } from './causes-table'
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
      table={
        <CausesTable
          rows={(rest ? [...known, rest] : known).map(({ id, name, count, href, disposition }) => ({
            id,
            name,
            count,
            href,
            disposition,
            fix: view.fix(id),
            before: before.get(id) ?? 0,
            change: view.compare(count, before.get(id) ?? 0),
          }))}
        />
      }
    />
  )
}
