import { expect, test } from 'vitest'
import { digest } from './row-key'
import { SeenKeys, seenKeysRoom } from './seen-keys'

const keys = Array.from({ length: 50_000 }, (_, i) => digest(`key ${i}`))

test('a row that was there is always suspected, one that was not hardly ever', () => {
  const seen = new SeenKeys(seenKeysRoom())
  const first = keys.filter((key, i) => seen.add(i, key))
  expect(first.length).toBeLessThan(5)
  expect(keys.every((key, i) => seen.add(i, key))).toBe(true)
})

test('the same key at another second is another row', () => {
  const seen = new SeenKeys(seenKeysRoom())
  keys.forEach((key) => seen.add(1, key))
  expect(keys.filter((key) => seen.add(2, key)).length).toBeLessThan(5)
})

test('what one thread noted the next one knows; without room every row is suspected', () => {
  const room = seenKeysRoom()
  new SeenKeys(room).add(7, keys[0]!)
  expect(new SeenKeys(room).add(7, keys[0]!)).toBe(true)
  expect(new SeenKeys(null).add(7, keys[1]!)).toBe(true)
})
