import type { ReactNode } from 'react'
import { cn } from './cn'

interface Props {
  title: string
  children?: ReactNode
  actions?: ReactNode
  icon?: ReactNode
  className?: string
}

/** Says why there is nothing here and what to do about it. */
export function EmptyState({ title, children, actions, icon, className }: Props) {
  return (
    <div className={cn('grid justify-items-center gap-2 px-4 py-12 text-center', className)}>
      {icon && <div className="mb-1 text-muted [&_svg]:size-6">{icon}</div>}
      <p className="text-14 font-semibold">{title}</p>
      {children && <div className="max-w-md text-13 text-balance text-muted">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
