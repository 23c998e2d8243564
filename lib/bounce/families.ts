import { CATEGORIES, categoryById, type Category } from './categories'
import type { Family } from './types'

/** The families that make the categories readable in a chart, in their fixed order. */
export const FAMILIES: readonly { id: Family; name: string }[] = [
  { id: 'recipient', name: 'Recipient' },
  { id: 'sender', name: 'Sender' },
  { id: 'content', name: 'Content' },
  { id: 'limits', name: 'Limits' },
  { id: 'server', name: 'Server' },
  { id: 'unclassified', name: 'Unclassified' },
]

/** The family of a category id; `unclassified` for everything that is not one. */
export function familyOf(category: string): Family {
  return categoryById(category)?.family ?? 'unclassified'
}

/** The categories of a family in order of number; none for `unclassified`. */
export function categoriesOf(family: Family): Category[] {
  return CATEGORIES.filter((category) => category.family === family)
}
