import { HeatKey } from '@/components/charts/heat-key'
import { HeatTable, type HeatColumn, type HeatRow } from '@/components/charts/heat-table'
import { categoryName } from '@/components/data/category-label'
import { SwitchedCard } from '@/components/data/switched-card'
import type { Grouped } from '@/db/queries/analytics/by-account'
import { addCells, byCategory, byFamily, total, type Cells } from '@/lib/analytics/cells'
import type { BounceFilter } from '@/lib/analytics/filter'
import { accountName } from '@/lib/analytics/finding-words'
import { CATEGORIES } from '@/lib/bounce/categories'
import { FAMILIES } from '@/lib/bounce/families'
import type { Overview } from './data'
import type { View } from './view'

const SHOWN = 12

interface By {
  columns: readonly HeatColumn[]
  counts: (cells: Cells) => number[]
  key: 'family' | 'category'
  /** Taken off the filter of a row, as each cell sets it. */
  free: Partial<BounceFilter>
}

const byFamilies: By = {
  columns: FAMILIES.map(({ id, name }) => ({ id, name, family: id })),
  counts: (cells) => {
    const counts = byFamily(cells)
    return FAMILIES.map(({ id }) => counts[id])
  },
  key: 'family',
  free: { families: [] },
}

const categoryColumns: HeatColumn[] = [
  ...FAMILIES.flatMap((family) =>
    CATEGORIES.filter((category) => category.family === family.id).map((category) => ({
      id: category.id as string,
      name: category.shortName,
      family: family.id,
    })),
  ),
  { id: 'unclassified', name: categoryName('unclassified'), family: 'unclassified' as const },
]

const byCategories: By = {
  columns: categoryColumns,
  counts: (cells) => {
    const counts = byCategory(cells)
    return categoryColumns.map(({ id }) => counts.get(id) ?? 0)
  },
  key: 'category',
  free: { categories: [], families: [] },
}

/** Which account has which problem, by family or by category. */
export async function HeatCard({ view, data }: { view: View; data: Overview }) {
  const accounts = (await data.accounts).filter((account) => total(account.now) > 0)
  const caption = 'Bounces per account and family'
  const views = [
    {
      value: 'families',
      label: 'Families',
      content: <Heat view={view} accounts={accounts} by={byFamilies} caption={caption} />,
    },
    {
      value: 'categories',
      label: 'Categories',
      content: (
        <Heat
          view={view}
          accounts={accounts}
          by={byCategories}
          caption="Bounces per account and category"
          upright
        />
      ),
    },
  ]
  return (
    <SwitchedCard
      title="Which account has which problem"
      description="Bounces per account · stronger colour is more"
      legend="Columns"
      views={views}
      note={<HeatKey />}
      className="h-full"
    />
  )
}

interface HeatProps {
  view: View
  accounts: readonly Grouped[]
  by: By
  caption: string
  upright?: boolean
}

function Heat({ view, accounts, by, caption, upright }: HeatProps) {
  const rows: HeatRow[] = accounts.slice(0, SHOWN).map(({ name, now }) => ({
    name: accountName(name),
    href: view.rows({ accounts: [name], ...by.free }),
    all: total(now),
    counts: by.counts(now),
  }))
  const sum = addCells(accounts.map((account) => account.now))
  const totals = [...by.counts(sum), total(sum)]
  return (
    <HeatTable
      caption={caption}
      by={by.key}
      columns={by.columns}
      rows={rows}
      totals={totals}
      upright={upright}
    />
  )
}
