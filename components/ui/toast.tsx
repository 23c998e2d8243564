'use client'

import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Button, IconButton } from './button'
import { dismissToast, toastStore, type Toast } from './toast-store'

export { toast } from './toast-store'

const LIFE_MS = 8000
const none: readonly Toast[] = []

/** Where toasts appear; mounted once in the root layout. Hover and focus hold their clock. */
export function Toaster() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.snapshot, () => none)
  return (
    <section
      aria-label="Messages"
      data-print="hide"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 grid justify-items-end gap-2"
    >
      <div role="status" className="contents">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </div>
    </section>
  )
}

function ToastCard({ toast }: { toast: Toast }) {
  const [hovered, setHovered] = useState(false)
  const [focused, setFocused] = useState(false)
  const held = hovered || focused
  const left = useRef(LIFE_MS)
  useEffect(() => {
    if (held) return
    const started = performance.now()
    const timer = setTimeout(() => dismissToast(toast.id), left.current)
    return () => {
      clearTimeout(timer)
      left.current = Math.max(1000, left.current - (performance.now() - started))
    }
  }, [held, toast.id])
  const undo = () => {
    dismissToast(toast.id)
    void toast.undo?.()
  }
  const Icon = toast.kind === 'failed' ? CircleAlert : CircleCheck
  return (
    <div
      onMouseEnter={() => setHovered(true)}
      onMouseLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      className="pointer-events-auto flex w-full max-w-96 animate-pop items-center gap-2 rounded-lg border border-border-strong bg-raised py-1.5 pr-1.5 pl-3 text-13 shadow-pop"
    >
      <Icon className="size-4 shrink-0" strokeWidth={1.5} aria-hidden />
      <span className="min-w-0 flex-1">{toast.text}</span>
      {toast.undo && (
        <Button size="sm" onClick={undo}>
          Undo
        </Button>
      )}
      <IconButton label="Dismiss" onClick={() => dismissToast(toast.id)}>
        <X aria-hidden strokeWidth={1.5} />
      </IconButton>
    </div>
  )
}
