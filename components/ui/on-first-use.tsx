'use client'

import {
  cloneElement,
  Suspense,
  useState,
  type ComponentProps,
  type ReactElement,
  type ReactNode,
} from 'react'

interface Props {
  /** The button as it looks; the real thing brings the same one along. */
  trigger: ReactElement<ComponentProps<'button'>>
  popup: 'menu' | 'dialog'
  /** Fetches the code; called as soon as the pointer or the focus comes near. */
  preload: () => unknown
  /** The real thing, lazy, opening by itself when it appears. */
  children: ReactNode
}

/** Shows the button alone until it is used, then loads what it opens: menus and pickers cost nothing before. */
export function OnFirstUse({ trigger, popup, preload, children }: Props) {
  const [used, setUsed] = useState(false)
  const plain = cloneElement(trigger, {
    'aria-haspopup': popup,
    'aria-expanded': false,
    'aria-busy': used || undefined,
    onClick: () => setUsed(true),
    onPointerEnter: preload,
    onFocus: preload,
  })
  return used ? <Suspense fallback={plain}>{children}</Suspense> : plain
}
