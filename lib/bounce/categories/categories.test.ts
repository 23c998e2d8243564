import { describe, expect, it } from 'vitest'
import { FAMILIES, categoriesOf, familyOf } from '../families'
import { CATEGORIES, CATEGORY_IDS, categoryById, isCategoryId, UNCLASSIFIED_NUMBER } from '.'

describe('the registry of categories', () => {
  it('numbers the categories 1 to 15 in order, below the number of unclassified', () => {
    expect(CATEGORIES.map((category) => category.number)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1))
    expect(UNCLASSIFIED_NUMBER).toBe(CATEGORIES.length + 1)
  })

  it('finds every id and nothing else', () => {
    for (const id of CATEGORY_IDS) expect(categoryById(id).id).toBe(id)
    expect(new Set(CATEGORY_IDS).size).toBe(CATEGORY_IDS.length)
    expect(isCategoryId('unclassified')).toBe(false)
    expect(categoryById('constructor')).toBeUndefined()
  })

  it('puts every category into one family, in the fixed order', () => {
    expect(FAMILIES.map((family) => family.id)).toEqual([
      'recipient',
      'sender',
      'content',
      'limits',
      'server',
      'unclassified',
    ])
    expect(FAMILIES.flatMap((family) => categoriesOf(family.id)).length).toBe(CATEGORIES.length)
    expect(familyOf('unclassified')).toBe('unclassified')
  })

  it('is hard exactly where it suppresses, and gives every guide page its parts', () => {
    for (const category of CATEGORIES) {
      expect(category.bounceType === 'hard', category.id).toBe(category.disposition === 'suppress')
      expect(category.steps.length, category.id).toBeGreaterThanOrEqual(3)
      expect(category.examples.length, category.id).toBeGreaterThan(0)
    }
  })
})
