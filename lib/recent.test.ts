import { expect, it } from 'vitest'
import { recent } from './recent'

const KEPT_MS = 1000
const at = (ms: number) => new Date(ms)
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Counts 1, 2, 3 … */
function counter() {
  let n = 0
  return { count: async () => ++n, calls: () => n }
}

it('counts every time what is cheap', async () => {
  const ask = recent<number>({ keptMs: KEPT_MS, isDear: () => false })
  const { count } = counter()
  expect([await ask('a', at(0), count), await ask('a', at(1), count)]).toEqual([1, 2])
})

it('gives what is dear again, and counts it anew behind the first who finds it old', async () => {
  const ask = recent<number>({ keptMs: KEPT_MS, isDear: () => true })
  const { count, calls } = counter()
  await ask('a', at(0), count)
  expect(await ask('a', at(KEPT_MS - 1), count)).toBe(1)
  expect(await Promise.all([ask('a', at(KEPT_MS), count), ask('a', at(KEPT_MS), count)])).toEqual([1, 1])
  await settled()
  expect(calls()).toBe(2)
  expect(await ask('a', at(KEPT_MS + 1), count)).toBe(2)
  expect(await ask('b', at(KEPT_MS + 1), count)).toBe(3)
})

it('serves all who ask before anything is known with one count', async () => {
  for (const dear of [true, false]) {
    const ask = recent<number>({ keptMs: KEPT_MS, isDear: () => dear })
    const { count } = counter()
    expect(await Promise.all([ask('a', at(0), count), ask('a', at(0), count)])).toEqual([1, 1])
    expect(await ask('a', at(1), count)).toBe(dear ? 1 : 2)
  }
})

it('counts again for the next after a count that failed', async () => {
  const ask = recent<number>({ keptMs: KEPT_MS, isDear: () => true })
  const fails = () => Promise.reject(new Error('away'))
  await expect(ask('a', at(0), fails)).rejects.toThrow('away')
  expect(await ask('a', at(0), async () => 7)).toBe(7)
  expect(await ask('a', at(KEPT_MS), fails)).toBe(7)
  await settled()
  expect(await ask('a', at(KEPT_MS), async () => 8)).toBe(8)
})
