'use client'

import { useEffect } from 'react'

/** Takes all filters off at Escape, unless a field or a window wants the key. */
export function useEscape(active: boolean, clear: () => void) {
  useEffect(() => {
    if (!active) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (event.target instanceof Element && event.target.closest('input, textarea, select')) return
      if (document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]')) return
      clear()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}
