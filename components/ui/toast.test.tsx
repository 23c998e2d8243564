// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { toast, Toaster } from './toast'

beforeEach(() => {
  vi.useFakeTimers()
  render(<Toaster />)
})
afterEach(() => {
  act(() => vi.runAllTimers())
  cleanup()
  vi.useRealTimers()
})

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms))

it('tells in a live region and goes after eight seconds', () => {
  act(() => void toast('214 bounces reclassified'))
  expect(screen.getByRole('status').textContent).toContain('214 bounces reclassified')
  pass(7900)
  expect(screen.queryByText('214 bounces reclassified')).not.toBeNull()
  pass(200)
  expect(screen.queryByText('214 bounces reclassified')).toBeNull()
})

it('waits as long as the pointer or the focus is on it', () => {
  act(() => void toast('Done', { undo: () => {} }))
  const undo = screen.getByRole('button', { name: 'Undo' })
  pass(5000)
  fireEvent.mouseEnter(screen.getByText('Done').parentElement!)
  pass(60_000)
  fireEvent.focus(undo)
  fireEvent.mouseLeave(screen.getByText('Done').parentElement!)
  pass(60_000)
  expect(screen.queryByText('Done')).not.toBeNull()
  fireEvent.blur(undo)
  pass(3100)
  expect(screen.queryByText('Done')).toBeNull()
})

it('takes the act back once', () => {
  const undo = vi.fn()
  act(() => void toast('Done', { undo }))
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(undo).toHaveBeenCalledTimes(1)
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})
