import type { ReactNode } from 'react'
import { cn } from './cn'

interface Props {
  steps: readonly { title: ReactNode; detail?: ReactNode; aside?: ReactNode }[]
  className?: string
}

/** What to do, numbered; `aside` stands at the right (who acts). */
export function Steps({ steps, className }: Props) {
  return (
    <ol className={cn('grid gap-2 text-13', className)}>
      {steps.map((step, i) => (
        <li key={i} className="grid grid-cols-[20px_minmax(0,1fr)_auto] gap-x-2">
          <span
            aria-hidden
            className="grid size-5 place-items-center rounded-full border border-border-strong text-11 font-medium"
          >
            {i + 1}
          </span>
          <span className={cn(step.detail && 'font-medium')}>{step.title}</span>
          {step.aside && <span className="col-start-3">{step.aside}</span>}
          {step.detail && <p className="col-start-2 mt-0.5 text-muted">{step.detail}</p>}
        </li>
      ))}
    </ol>
  )
}
