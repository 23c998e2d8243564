import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { turns } from './turns'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('turns', () => {
  it('admits so many at once and the others in their order', async () => {
    const enter = turns(2, 1000)
    const inside: number[] = []
    const leave = new Map<number, () => void>()
    for (let i = 0; i < 5; i++) void enter().then((out) => (inside.push(i), leave.set(i, out)))
    await vi.advanceTimersByTimeAsync(0)
    expect(inside).toEqual([0, 1])
    leave.get(1)!()
    await vi.advanceTimersByTimeAsync(0)
    expect(inside).toEqual([0, 1, 2])
    leave.get(1)!()
    await vi.advanceTimersByTimeAsync(0)
    expect(inside).toEqual([0, 1, 2])
    leave.get(0)!()
    leave.get(2)!()
    await vi.advanceTimersByTimeAsync(0)
    expect(inside).toEqual([0, 1, 2, 3, 4])
  })

  it('waits for nobody who stays too long', async () => {
    const enter = turns(1, 1000)
    await enter()
    let second = false
    void enter().then(() => (second = true))
    await vi.advanceTimersByTimeAsync(999)
    expect(second).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(second).toBe(true)
  })
})
