'use client'

import { cn } from '@/components/ui/cn'
import type { Family } from '@/lib/bounce/types'

interface Props {
  /** The figures, for labels. */
  words: string
  segments: readonly { family: Family; count: number }[]
  share: number
  className?: string | undefined
}

/** The drawn half of a mix: made from its counts in the browser, because a page holds two dozen of them. */
export function MixSegments({ words, segments, share, className }: Props) {
  return (
    <div
      role="img"
      aria-label={words}
      title={words}
      className={cn('flex h-2.5 gap-0.5 overflow-hidden rounded-xs', className)}
      style={{ width: `${Math.max(0.01, share) * 100}%` }}
    >
      {segments.map(({ family, count }) => (
        <i
          key={family}
          className={`keep-color h-full min-w-0.5 bg-(--family) family-${family}`}
          style={{ flex: `${count} 1 0` }}
        />
      ))}
    </div>
  )
}
