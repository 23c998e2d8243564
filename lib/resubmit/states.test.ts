import { expect, it } from 'vitest'
import { batchAfter, handoverAfter, isOpen, type HandoverState } from './states'

it('pauses, resumes and ends batches, and nothing else', () => {
  const acts = ['pause', 'resume', 'cancel', 'finish'] as const
  const table = (['running', 'paused', 'cancelled', 'done'] as const).map((state) =>
    acts.map((act) => batchAfter(state, act)),
  )
  expect(table).toEqual([
    ['paused', null, 'cancelled', 'done'],
    [null, 'running', 'cancelled', null],
    [null, null, null, null],
    [null, null, null, null],
  ])
})

it('never takes back what was handed over', () => {
  const settled: HandoverState[] = ['handed_over', 'skipped', 'cancelled', 'failed']
  for (const state of settled)
    for (const kind of ['listed', 'claim', 'cancel'] as const)
      expect(handoverAfter(state, { kind })).toBeNull()
  expect(handoverAfter('sending', { kind: 'answered', ok: true, triesLeft: false })).toBe('handed_over')
  expect(handoverAfter('sending', { kind: 'answered', ok: false, triesLeft: true })).toBe('planned')
  expect(handoverAfter('planned', { kind: 'answered', ok: false, triesLeft: false })).toBe('failed')
  expect(handoverAfter('planned', { kind: 'listed' })).toBe('skipped')
})

it('is open until the outcome is known', () => {
  expect(isOpen('planned', '')).toBe(true)
  expect(isOpen('handed_over', '')).toBe(true)
  expect(isOpen('handed_over', 'recovered')).toBe(false)
  expect(isOpen('skipped', '')).toBe(false)
})
