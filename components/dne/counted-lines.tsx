import type { ReactNode } from 'react'
import { formatCount } from '@/lib/format'

export interface CountedLine {
  label: ReactNode
  count: number
  /** In the label's line, after it. */
  aside?: ReactNode
  strong?: boolean
}

/** Figures with their names, one a line. */
export function CountedLines({ lines }: { lines: readonly CountedLine[] }) {
  return (
    <dl className="text-13">
      {lines.map(({ label, count, aside, strong }, i) => (
        <div key={i} className="flex items-baseline gap-2 border-b border-border py-2 last:border-b-0">
          <dt className={strong ? 'flex-1 font-semibold' : 'flex-1'}>
            {label} {aside && <span className="text-12 text-muted">{aside}</span>}
          </dt>
          <dd className="font-semibold">{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
