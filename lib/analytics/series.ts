import { addCells, type Cells } from './cells'
import { addDays, type Day } from './day'
import { buckets, type Bucket, type Range } from './range'

export interface Point {
  bucket: Bucket
  cells: number[]
}

/** Sums days into the buckets of a range; buckets without bounces are there with zeros. */
export function series(days: ReadonlyMap<Day, Cells>, range: Range): Point[] {
  return buckets(range).map((bucket) => {
    const inside: Cells[] = []
    for (let day = bucket.from; day <= bucket.to; day = addDays(day, 1)) inside.push(days.get(day) ?? [])
    return { bucket, cells: addCells(inside) }
  })
}

/** The sum over all days of a range. */
export function sumOver(days: ReadonlyMap<Day, Cells>, range: Range): number[] {
  return addCells([...days].filter(([day]) => day >= range.from && day <= range.to).map(([, cells]) => cells))
}
