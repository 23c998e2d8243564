import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '@/lib/bounce/categories'
import {
  addCells,
  byCategory,
  byFamily,
  byType,
  CELL_COUNT,
  CELLS,
  cellIndex,
  maskCells,
  total,
} from './cells'
import { selectedCells } from './filter'

const cells = fc.array(fc.nat(1000), { minLength: CELL_COUNT, maxLength: CELL_COUNT }).map((counts) => {
  const used = new Set(CELLS.map((cell) => cell.index))
  return counts.map((n, i) => (used.has(i + 1) ? n : 0))
})
const sum = (all: Iterable<number>) => [...all].reduce((a, b) => a + b, 0)

describe('cells', () => {
  it('gives every category and type a place of its own', () => {
    const places = [
      ...CATEGORIES.flatMap(({ id }) => [cellIndex(id, 'hard'), cellIndex(id, 'soft')]),
      cellIndex('unclassified', ''),
    ]
    expect(new Set(places).size).toBe(CATEGORIES.length * 2 + 1)
    expect(Math.min(...places)).toBe(1)
    for (const { number, id } of CATEGORIES) expect(cellIndex(id, 'hard')).toBe((number - 1) * 2 + 1)
  })

  it('adds up the same by type, family and category', () => {
    fc.assert(
      fc.property(cells, (counts) => {
        const all = sum(counts)
        const types = byType(counts)
        expect(total(counts)).toBe(all)
        expect(types.hard + types.soft + types.unclassified).toBe(all)
        expect(sum(Object.values(byFamily(counts)))).toBe(all)
        expect(sum(byCategory(counts).values())).toBe(all)
      }),
    )
  })

  it('adds cell by cell, also where an array is short', () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 5 }), (all) => {
        expect(total(addCells(all))).toBe(sum(all.map(total)))
      }),
    )
    expect(total(addCells([[1], [2, 3]]))).toBe(6)
  })

  it('keeps only what a filter selects', () => {
    fc.assert(
      fc.property(cells, fc.subarray(CATEGORIES.map((c) => c.id as string)), (counts, categories) => {
        const kept = maskCells(counts, selectedCells({ categories, families: [], types: [] }))
        const wanted =
          categories.length === 0
            ? total(counts)
            : sum(categories.map((id) => byCategory(counts).get(id) ?? 0))
        expect(total(kept)).toBe(wanted)
      }),
    )
    expect(
      byType(
        maskCells(
          new Array<number>(CELL_COUNT).fill(1),
          selectedCells({ categories: [], families: [], types: ['hard'] }),
        ),
      ),
    ).toMatchObject({ soft: 0, unclassified: 0 })
  })
})
