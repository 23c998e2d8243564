'use client'

import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useShortcuts } from '@/components/shell/shortcuts'
import { IconButton } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { useOpenBounce } from './use-open-bounce'

interface Step {
  key: string
  /** Of the list's page it stands on, where that is another one. */
  cursor: string | null
}

interface Props {
  /** The bounce shown; the URL may be ahead of it while another one loads. */
  shown: string
  /** The list's page, along which quick steps go without waiting. */
  pageKeys: readonly string[]
  title: string
  /** `2 of 273`. */
  place: ReactNode
  subtitle: ReactNode
  previous: Step | null
  next: Step | null
  children: ReactNode
}

/** The panel beside the list, the whole screen where there is no room: j and k go on to the next bounce, Escape closes. */
export function DrawerFrame({ shown, pageKeys, title, place, subtitle, previous, next, children }: Props) {
  const { open, pending, step, close } = useOpenBounce()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const panel = useRef<HTMLElement>(null)
  const at = pageKeys.indexOf(open ?? shown)
  const beside = (by: 1 | -1): Step | null => {
    const key = at < 0 ? undefined : pageKeys[at + by]
    if (key !== undefined) return { key, cursor: null }
    return (open ?? shown) === shown ? (by > 0 ? next : previous) : null
  }
  const go = (by: 1 | -1) => {
    const to = beside(by)
    if (to) step(to.key, to.cursor)
  }
  const leave = () => {
    close()
    document.getElementById(`row-${open}`)?.focus()
  }
  useShortcuts({ j: () => go(1), k: () => go(-1), Escape: leave })
  useCoveredList(panel)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useEffect(() => panel.current?.scrollTo({ top: 0 }), [title])
  return (
    <section
      ref={panel}
      role="dialog"
      aria-labelledby={id}
      aria-busy={pending}
      className="fixed inset-0 z-40 overflow-y-auto border-border bg-canvas max-xl:animate-slide xl:sticky xl:inset-auto xl:top-0 xl:z-0 xl:h-dvh xl:border-l"
    >
      <header className="sticky top-0 z-1 border-b border-border bg-canvas px-4 pt-3 pb-3 xl:px-6">
        <div className="flex items-center gap-1">
          <span className="mr-auto text-12 text-muted">{place}</span>
          <IconButton label="Previous bounce" disabled={!previous} onClick={() => go(-1)}>
            <ChevronUp strokeWidth={1.5} aria-hidden />
          </IconButton>
          <IconButton label="Next bounce" disabled={!next} onClick={() => go(1)}>
            <ChevronDown strokeWidth={1.5} aria-hidden />
          </IconButton>
          <IconButton label="Close" onClick={leave}>
            <X strokeWidth={1.5} aria-hidden />
          </IconButton>
        </div>
        <h2
          ref={heading}
          id={id}
          tabIndex={-1}
          aria-live="polite"
          className="mt-1 text-16 font-semibold wrap-anywhere outline-none"
        >
          {title}
        </h2>
        <p className="text-13 wrap-anywhere text-muted">{subtitle}</p>
      </header>
      <div className={cn('transition-opacity duration-150', pending && 'opacity-55 delay-150')}>
        {children}
      </div>
    </section>
  )
}

/** While the panel covers the list, the list takes no focus. */
function useCoveredList(panel: React.RefObject<HTMLElement | null>) {
  useEffect(() => {
    const wide = window.matchMedia('(min-width: 1280px)')
    const others = [...(panel.current?.parentElement?.children ?? [])].filter(
      (each) => each !== panel.current,
    )
    const apply = () => others.forEach((each) => each.toggleAttribute('inert', !wide.matches))
    apply()
    wide.addEventListener('change', apply)
    return () => {
      wide.removeEventListener('change', apply)
      others.forEach((each) => each.removeAttribute('inert'))
    }
  }, [panel])
}
