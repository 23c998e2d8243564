import { expect, test } from 'vitest'
import { newId } from './id'

test('an id is a uuid of version 7 that holds its time', () => {
  const at = Date.UTC(2031, 4, 6, 7, 8, 9)
  const id = newId(at)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(at)
})

test('ids sort by time and do not repeat', () => {
  const ids = Array.from({ length: 1000 }, (_, n) => newId(1_800_000_000_000 + n))
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(Array.from({ length: 1000 }, () => newId(5))).size).toBe(1000)
})
