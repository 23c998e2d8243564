import { useId, type ReactNode } from 'react'
import { cn } from './cn'

interface Props {
  title: ReactNode
  description?: ReactNode
  /** At the right of the title. */
  actions?: ReactNode
  /** A line at the foot, below a hairline. */
  note?: ReactNode
  children?: ReactNode
  /** Pads the body; off for tables that reach the edge. */
  padded?: boolean
  className?: string
}

/** A section with a hairline, a heading and a body. */
export function Card({ title, description, actions, note, children, padded = true, className }: Props) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className={cn('flex min-w-0 flex-col rounded-lg border border-border bg-canvas', className)}
    >
      <header className="flex items-start gap-3 pt-3 pr-3 pl-4">
        <div className="min-w-0 flex-1">
          <h2 id={id} className="text-14 font-semibold tracking-[-0.004em]">
            {title}
          </h2>
          {description && <p className="mt-0.5 text-12 text-muted">{description}</p>}
        </div>
        {actions && <div className="flex shrink-0 items-center gap-1">{actions}</div>}
      </header>
      <div className={cn('flex min-h-0 flex-1 flex-col', padded ? 'px-4 pt-3 pb-4' : 'pt-2')}>{children}</div>
      {note && <footer className="border-t border-border px-4 py-2 text-12 text-muted">{note}</footer>}
    </section>
  )
}
