import { Check } from 'lucide-react'
import { cn } from './cn'

/** The stages of a task in a line: done, current, to come. `current` is an index. */
export function Stepper({
  label,
  steps,
  current,
}: {
  label: string
  steps: readonly string[]
  current: number
}) {
  return (
    <ol aria-label={label} className="flex flex-wrap items-center gap-1 text-13 text-muted">
      {steps.map((step, i) => (
        <li
          key={step}
          aria-current={i === current ? 'step' : undefined}
          className={cn('flex items-center gap-2', i === current && 'font-semibold text-text')}
        >
          {i > 0 && <span aria-hidden className="ml-1 h-px w-6 bg-border-strong" />}
          {i < current && <Check className="size-3.5" strokeWidth={1.5} aria-label="done" />}
          {step}
        </li>
      ))}
    </ol>
  )
}
