import { CATEGORIES } from '@/lib/bounce/categories'
import { FAMILIES } from '@/lib/bounce/families'

export interface Option {
  value: string
  label: string
}

export type FilterKey = 'account' | 'category' | 'family' | 'provider' | 'campaign' | 'type'

interface Dimension {
  name: string
  /** Known beforehand; without them they are asked of the server when the picker opens. */
  options?: readonly Option[]
}

/** What can be filtered by: one table for chips, pickers and their order. */
export const DIMENSIONS: Readonly<Record<FilterKey, Dimension>> = {
  account: { name: 'Account' },
  category: {
    name: 'Category',
    options: [
      ...CATEGORIES.map((category) => ({ value: category.id, label: category.name })),
      { value: 'unclassified', label: 'Unclassified' },
    ],
  },
  family: { name: 'Family', options: FAMILIES.map((family) => ({ value: family.id, label: family.name })) },
  provider: { name: 'Provider' },
  campaign: { name: 'Campaign' },
  type: {
    name: 'Type',
    options: [
      { value: 'hard', label: 'Hard' },
      { value: 'soft', label: 'Soft' },
    ],
  },
}

export const FILTER_KEYS = Object.keys(DIMENSIONS) as FilterKey[]

const nameless: Partial<Record<FilterKey, string>> = { account: 'Unknown account', campaign: 'No campaign' }

/** How a value of the URL reads; `-` stands for the account or campaign that is not known. */
export function optionLabel(key: FilterKey, value: string, options?: readonly Option[]): string {
  if (value === '-' || value === '') return nameless[key] ?? value
  return (options ?? DIMENSIONS[key].options)?.find((option) => option.value === value)?.label ?? value
}
