'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState, type ComponentProps } from 'react'

const StackedBars = dynamic(() => import('./stacked-bars').then((m) => m.StackedBars), { ssr: false })

/** Loads the drawing library once the page is usable; the room is reserved by the frame. */
export function LazyBars(props: ComponentProps<typeof StackedBars>) {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(() => setReady(true), 50)
      return () => clearTimeout(timer)
    }
    const idle = requestIdleCallback(() => setReady(true), { timeout: 500 })
    return () => cancelIdleCallback(idle)
  }, [])
  return ready ? <StackedBars {...props} /> : null
}
