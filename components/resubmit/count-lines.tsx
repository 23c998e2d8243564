import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { formatCount } from '@/lib/format'

interface Line {
  key: string
  label: ReactNode
  count: number
  strong?: boolean
}

/** Names with their figures at the right, a hairline between them. */
export function CountLines({ lines }: { lines: readonly Line[] }) {
  return (
    <dl className="text-13">
      {lines.map(({ key, label, count, strong }) => (
        <div
          key={key}
          className="flex min-h-9 items-center justify-between gap-3 border-t border-border py-1.5 first:border-t-0"
        >
          <dt className={cn('min-w-0', strong === false && 'text-muted', strong && 'font-semibold')}>
            {label}
          </dt>
          <dd
            className={cn(
              'font-medium',
              strong === false && 'font-normal text-muted',
              strong && 'font-semibold',
            )}
          >
            {formatCount(count)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
