import { CATEGORIES, categoryById, UNCLASSIFIED_NUMBER } from '@/lib/bounce/categories'
import type { BounceType, Family } from '@/lib/bounce/types'

/** Counts of a day, addressed by category number and type; the database's arrays begin at 1, these at 0. */
export type Cells = readonly number[]

export interface Cell {
  /** 1-based, as in SQL. */
  index: number
  category: string
  family: Family
  /** '' for unclassified. */
  type: BounceType | ''
}

/** Where a bounce of this category and type is counted: the 1-based index into `counts`. */
export function cellIndex(category: string, type: BounceType | ''): number {
  const number = categoryById(category)?.number
  return number === undefined ? UNCLASSIFIED_NUMBER * 2 : (number - 1) * 2 + (type === 'hard' ? 1 : 2)
}

/** Every cell in use, in order of index. */
export const CELLS: readonly Cell[] = [
  ...CATEGORIES.flatMap((category) =>
    (['hard', 'soft'] as const).map((type) => ({
      index: cellIndex(category.id, type),
      category: category.id as string,
      family: category.family,
      type,
    })),
  ),
  {
    index: cellIndex('unclassified', ''),
    category: 'unclassified',
    family: 'unclassified' as const,
    type: '' as const,
  },
].sort((a, b) => a.index - b.index)

/** Length an array of counts needs. */
export const CELL_COUNT = Math.max(...CELLS.map((cell) => cell.index))

export type FamilyCounts = Record<Family, number>

const noFamilies = (): FamilyCounts => ({
  recipient: 0,
  sender: 0,
  content: 0,
  limits: 0,
  server: 0,
  unclassified: 0,
})

/** Adds any number of counts cell by cell. */
export function addCells(all: Iterable<Cells>): number[] {
  const sum = new Array<number>(CELL_COUNT).fill(0)
  for (const cells of all) for (let i = 0; i < CELL_COUNT; i++) sum[i] = (sum[i] ?? 0) + (cells[i] ?? 0)
  return sum
}

/** Sets every cell outside `keep` (1-based indexes) to zero; all stay where `keep` is null. */
export function maskCells(cells: Cells, keep: readonly number[] | null): number[] {
  const kept = keep && new Set(keep)
  return Array.from({ length: CELL_COUNT }, (_, i) => (!kept || kept.has(i + 1) ? (cells[i] ?? 0) : 0))
}

export interface TypeCounts {
  all: number
  hard: number
  soft: number
  unclassified: number
}

/** The four figures of a set of cells. */
export function byType(cells: Cells): TypeCounts {
  const counts: TypeCounts = { all: 0, hard: 0, soft: 0, unclassified: 0 }
  for (const cell of CELLS) {
    const n = cells[cell.index - 1] ?? 0
    counts.all += n
    counts[cell.type === '' ? 'unclassified' : cell.type] += n
  }
  return counts
}

/** Counts per family. */
export function byFamily(cells: Cells): FamilyCounts {
  const counts = noFamilies()
  for (const cell of CELLS) counts[cell.family] += cells[cell.index - 1] ?? 0
  return counts
}

/** Counts per category, the unclassified under their own name; every category is there, also with 0. */
export function byCategory(cells: Cells): Map<string, number> {
  const counts = new Map<string, number>()
  for (const cell of CELLS) {
    counts.set(cell.category, (counts.get(cell.category) ?? 0) + (cells[cell.index - 1] ?? 0))
  }
  return counts
}

/** The category that goes furthest beyond what everybody's mix would give, the unclassified left out; null where there is none. */
export function standsOut(cells: Cells, everybody: Cells): { category: string; count: number } | null {
  const share = total(cells) / Math.max(1, total(everybody))
  const all = byCategory(everybody)
  let top: { category: string; count: number; beyond: number } | null = null
  for (const [category, count] of byCategory(cells)) {
    const beyond = count - (all.get(category) ?? 0) * share
    if (category === 'unclassified' || count === 0) continue
    if (!top || beyond > top.beyond || (beyond === top.beyond && count > top.count))
      top = { category, count, beyond }
  }
  return top && { category: top.category, count: top.count }
}

/** The sum of all cells. */
export function total(cells: Cells): number {
  return byType(cells).all
}
