'use client'

import { cn } from '@/components/ui/cn'
import type { Change } from '@/lib/analytics/change'
import { formatCount, formatPercent } from '@/lib/format'

const arrows = { up: '▲', down: '▼' }
const spoken = { up: 'up by', down: 'down by' }

/** How a count stands against the period before, in as many words as the numbers bear. */
export function ChangeLabel({ change, className }: { change: Change; className?: string }) {
  if (change.kind === 'new') return <span className={className}>new</span>
  if (change.kind === 'unknown' || change.kind === 'nothing' || change.kind === 'same') {
    return (
      <span className={className}>
        <span aria-hidden>—</span>
        <span className="sr-only">{change.kind === 'unknown' ? 'nothing to compare with' : 'no change'}</span>
      </span>
    )
  }
  const few = change.share === null
  const amount = few ? formatCount(change.by) : formatPercent(change.share ?? 0)
  return (
    <span
      className={cn('whitespace-nowrap', className)}
      title={few ? 'Too few before for a percentage: bounces more or fewer' : undefined}
    >
      <span aria-hidden>{arrows[change.kind]} </span>
      <span className="sr-only">{spoken[change.kind]} </span>
      {few ? `by ${amount}` : amount}
    </span>
  )
}
