'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** What this machine's modifier key is called before a letter: `⌘` or `Ctrl `. */
export function useModifierName(): string {
  return useSyncExternalStore(never, isApple, () => false) ? '⌘' : 'Ctrl '
}
