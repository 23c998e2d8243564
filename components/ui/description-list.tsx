import type { ReactNode } from 'react'
import { cn } from './cn'

interface Props {
  items: readonly { term: ReactNode; value: ReactNode }[]
  mono?: boolean
  className?: string
}

/** Terms with their values in two columns. */
export function DescriptionList({ items, mono, className }: Props) {
  return (
    <dl className={cn('grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-13', className)}>
      {items.map((item, i) => (
        <div key={i} className="contents">
          <dt className="text-muted">{item.term}</dt>
          <dd className={cn('min-w-0 wrap-anywhere', mono && 'font-mono text-12 leading-5')}>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
