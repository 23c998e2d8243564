import { CATEGORIES } from '@/lib/bounce/categories'
import type { Dimension, FilterKey } from './filter-dimension'

const asked = (key: FilterKey, name: string): Dimension => ({ key, name, asked: true, options: [] })

const KNOWN: Partial<Record<FilterKey, Dimension>> = {
  account: asked('account', 'Account'),
  campaign: asked('campaign', 'Campaign'),
  category: {
    key: 'category',
    name: 'Category',
    asked: false,
    options: CATEGORIES.map(({ id, name }) => ({ value: id, label: name })),
  },
}

/** Some dimensions to filter by, for pages that do not offer all. */
export function filterDimensions(keys: readonly FilterKey[]): Dimension[] {
  return keys.flatMap((key) => KNOWN[key] ?? [])
}
