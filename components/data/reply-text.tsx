'use client'

import { cn } from '@/components/ui/cn'

const PLACEHOLDER = /\{([a-z]+)\}/g

/** A reply's template; its masked parts stand as small tags. */
export function ReplyText({ text, className }: { text: string; className?: string }) {
  const parts = text.split(PLACEHOLDER)
  return (
    <span className={cn('font-mono text-12', className)}>
      {parts.map((part, i) =>
        i % 2 === 0 ? (
          part
        ) : (
          <span
            key={i}
            className="mx-px rounded-sm border border-border bg-surface px-[3px] text-11 text-muted"
          >
            {part}
          </span>
        ),
      )}
    </span>
  )
}
