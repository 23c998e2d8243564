'use client'

import Link from 'next/link'
import { useRef, useState, type KeyboardEvent } from 'react'
import { formatCount } from '@/lib/format'
import { barHref, type BarDatum, type BarLinks } from './bar'

const steps: Partial<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: -Infinity,
  End: Infinity,
}

/** A link over each column for the keyboard: one stop of Tab, arrows move, Enter opens the rows of the day. */
export function ColumnLinks({
  bars,
  links,
  label,
}: {
  bars: readonly BarDatum[]
  links: BarLinks
  label: string
}) {
  const [current, setCurrent] = useState(bars.length - 1)
  const group = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined || event.metaKey || event.ctrlKey || event.altKey) return
    event.preventDefault()
    const next = Math.min(bars.length - 1, Math.max(0, current + step))
    setCurrent(next)
    group.current?.querySelectorAll('a')[next]?.focus()
  }
  return (
    <div
      ref={group}
      role="group"
      aria-label={`${label}, arrow keys move`}
      onKeyDown={onKeyDown}
      className="pointer-events-none absolute inset-0 grid auto-cols-fr grid-flow-col"
    >
      {bars.map((bar, i) => (
        <Link
          key={bar.from}
          href={barHref(links, bar)}
          prefetch={false}
          tabIndex={i === Math.min(current, bars.length - 1) ? 0 : -1}
          onFocus={() => setCurrent(i)}
          aria-label={`${bar.label}: ${formatCount(bar.all)} bounces`}
          data-inner-focus
          className="group relative"
        >
          <span
            aria-hidden
            className="absolute bottom-full left-1/2 z-10 mb-1 hidden -translate-x-1/2 rounded-md bg-solid px-2 py-1 text-12 whitespace-nowrap text-on-solid group-focus-visible:block"
          >
            {bar.label}: {formatCount(bar.all)}
          </span>
        </Link>
      ))}
    </div>
  )
}
