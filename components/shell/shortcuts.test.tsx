// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setKeysEnabled, useShortcuts, type Shortcuts } from './shortcuts'

const calls = { j: vi.fn(), go: vi.fn() }

function Page({ shortcuts }: { shortcuts: Shortcuts }) {
  useShortcuts(shortcuts)
  return (
    <>
      <input aria-label="Search" />
      <input type="checkbox" aria-label="Row" />
      <div role="menu" aria-label="Menu" tabIndex={0} />
    </>
  )
}

beforeEach(() => {
  setKeysEnabled(true)
  vi.clearAllMocks()
  render(<Page shortcuts={{ j: calls.j, 'g o': calls.go }} />)
})
afterEach(cleanup)

const press = (key: string, on: Element = document.body, more = {}) => fireEvent.keyDown(on, { key, ...more })

it('acts on single keys and on sequences', () => {
  press('j')
  press('g')
  press('o')
  expect(calls.j).toHaveBeenCalledTimes(1)
  expect(calls.go).toHaveBeenCalledTimes(1)
  press('o')
  expect(calls.go).toHaveBeenCalledTimes(1)
})

it('leaves fields, menus, modifiers and input methods alone, but not check boxes', () => {
  press('j', screen.getByLabelText('Search'))
  press('j', screen.getByLabelText('Menu'))
  press('j', document.body, { ctrlKey: true })
  press('j', document.body, { isComposing: true })
  expect(calls.j).not.toHaveBeenCalled()
  press('j', screen.getByLabelText('Row'))
  expect(calls.j).toHaveBeenCalledTimes(1)
})

it('can be switched off', () => {
  setKeysEnabled(false)
  press('j')
  expect(calls.j).not.toHaveBeenCalled()
})

it('lets what was mounted last answer, and the page again after it', () => {
  const own = vi.fn()
  const { unmount } = render(<Page shortcuts={{ j: own }} />)
  press('j')
  expect(own).toHaveBeenCalledTimes(1)
  expect(calls.j).not.toHaveBeenCalled()
  unmount()
  press('j')
  expect(calls.j).toHaveBeenCalledTimes(1)
})
