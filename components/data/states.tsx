import { CalendarX2, SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'

/** The filters leave nothing; `clearHref` is the same page without them. */
export function NothingMatches({ clearHref, children }: { clearHref: string; children?: ReactNode }) {
  return (
    <EmptyState
      icon={<SearchX strokeWidth={1.5} aria-hidden />}
      title="Nothing matches these filters"
      actions={<ButtonLink href={clearHref}>Clear filters</ButtonLink>}
    >
      {children ?? 'Take one off, or choose a longer time.'}
    </EmptyState>
  )
}

/** No filter is set, and yet the time chosen has no bounce; `longerHref` is the same page over a year. */
export function NothingInTime({ longerHref, children }: { longerHref: string; children?: ReactNode }) {
  return (
    <EmptyState
      icon={<CalendarX2 strokeWidth={1.5} aria-hidden />}
      title="No bounces in this time"
      actions={<ButtonLink href={longerHref}>Show the last year</ButtonLink>}
    >
      {children || 'There are bounces at other times.'}
    </EmptyState>
  )
}

/** A card's place while its figures are on the way: the size it will have, told to screen readers. */
export function CardSkeleton({ label, height }: { label: string; height: number }) {
  return (
    <div role="status" className="rounded-lg border border-border p-4" style={{ height }}>
      <span className="sr-only">Loading {label}</span>
      <Skeleton className="h-5 w-40" />
      <Skeleton className="mt-4 h-[calc(100%-36px)] w-full" />
    </div>
  )
}
