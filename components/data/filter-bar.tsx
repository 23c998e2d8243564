import type { ComponentProps, ReactNode } from 'react'
import { CATEGORIES } from '@/lib/bounce/categories'
import { FAMILIES } from '@/lib/bounce/families'
import { FilterChips } from './filter-chips'
import type { Dimension } from './filter-dimension'

const fixed: readonly Dimension[] = [
  {
    key: 'category',
    name: 'Category',
    asked: false,
    options: [
      ...CATEGORIES.map((category) => ({ value: category.id, label: category.name })),
      { value: 'unclassified', label: 'Unclassified' },
    ],
  },
  {
    key: 'family',
    name: 'Family',
    asked: false,
    options: FAMILIES.map((family) => ({ value: family.id, label: family.name })),
  },
]

const type: Dimension = {
  key: 'type',
  name: 'Type',
  asked: false,
  options: [
    { value: 'hard', label: 'Hard' },
    { value: 'soft', label: 'Soft' },
  ],
}

const asked = (key: Dimension['key'], name: string): Dimension => ({ key, name, asked: true, options: [] })

interface Props {
  slug: string
  /** Readable names of provider ids. */
  providers: Readonly<Record<string, string>>
  /** Filters beyond the six: the reply or import in force, named by the page. */
  extra?: ComponentProps<typeof FilterChips>['extra']
  /** Whether reports that may be forged can be asked for; where the filter is in force it stands there anyway. */
  unverified?: boolean
  /** At the right end of the line. */
  children?: ReactNode
}

/** The filters in force as chips, the others as dashed chips; Escape takes all off. The URL is the state. For server components. */
export function FilterBar({ slug, providers, extra = [], unverified = false, children }: Props) {
  const names = Object.entries(providers).map(([value, label]) => ({ value, label }))
  const dimensions = [
    asked('account', 'Account'),
    ...fixed,
    { ...asked('provider', 'Provider'), options: names },
    asked('campaign', 'Campaign'),
    type,
  ]
  return (
    <FilterChips slug={slug} dimensions={dimensions} extra={extra} unverified={unverified}>
      {children}
    </FilterChips>
  )
}
