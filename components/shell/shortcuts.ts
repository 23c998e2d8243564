'use client'

import { useEffect, useRef } from 'react'

type Handler = (event: KeyboardEvent) => void
export type Shortcuts = Readonly<Record<string, Handler>>

const STORE = 'rebound:keys'
const WAIT_MS = 1000
const TYPED =
  'textarea, select, [contenteditable=""], [contenteditable="true"], [role="menu"], [role="listbox"]'
const PICKED = new Set(['checkbox', 'radio', 'button', 'submit'])

const stack: { current: Shortcuts }[] = []
let first = ''
let firstAt = 0

/** Whether single keys act at all; a person can switch them off. */
export function keysEnabled(): boolean {
  return localStorage.getItem(STORE) !== 'off'
}

/** Remembers the choice in this browser. */
export function setKeysEnabled(on: boolean): void {
  if (on) localStorage.removeItem(STORE)
  else localStorage.setItem(STORE, 'off')
}

function ignored(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return true
  const target = event.target instanceof Element ? event.target : null
  if (target instanceof HTMLInputElement && !PICKED.has(target.type)) return true
  return Boolean(target?.closest(TYPED)) || !keysEnabled()
}

function find(keys: string): Handler | undefined {
  for (let i = stack.length - 1; i >= 0; i--) {
    const handler = stack[i]?.current[keys]
    if (handler) return handler
  }
}

function onKey(event: KeyboardEvent) {
  if (ignored(event)) return
  const sequence = first && event.timeStamp - firstAt < WAIT_MS ? `${first} ${event.key}` : ''
  const handler = (sequence && find(sequence)) || find(event.key)
  first = sequence ? '' : event.key
  firstAt = event.timeStamp
  if (!handler) return
  first = ''
  event.preventDefault()
  handler(event)
}

/**
 * Makes keys act while the component is mounted: `{ j: next, 'g o': open }`. Ignored in fields, with modifiers, during
 * IME and when switched off; the component mounted last wins.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    if (stack.length === 0) document.addEventListener('keydown', onKey)
    stack.push(current)
    return () => {
      stack.splice(stack.indexOf(current), 1)
      if (stack.length === 0) document.removeEventListener('keydown', onKey)
    }
  }, [])
}
