import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

const kinds = {
  info: { icon: Info, tone: 'bg-info text-on-info' },
  positive: { icon: CircleCheck, tone: 'bg-positive text-on-positive' },
  warning: { icon: TriangleAlert, tone: 'bg-warning text-on-warning' },
  critical: { icon: CircleAlert, tone: 'bg-critical text-on-critical' },
}

interface Props {
  kind?: keyof typeof kinds
  children: ReactNode
  actions?: ReactNode
  /** Announces itself when it appears. */
  live?: boolean
  className?: string
}

/** A message within the page. */
export function Notice({ kind = 'info', children, actions, live, className }: Props) {
  const { icon: Icon, tone } = kinds[kind]
  return (
    <div
      role={live ? (kind === 'critical' ? 'alert' : 'status') : undefined}
      className={cn('flex flex-wrap items-start gap-2 rounded-md px-3 py-2 text-13', tone, className)}
    >
      <Icon className="mt-0.5 size-4 shrink-0" strokeWidth={1.5} aria-hidden />
      <div className="min-w-0 flex-1 basis-48">{children}</div>
      {actions}
    </div>
  )
}
