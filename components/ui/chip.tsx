import { Plus, X } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

/** A dashed chip that adds a filter. */
export function AddChip({ children, className, ...rest }: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      className={cn(
        'inline-flex h-7 items-center gap-1.5 rounded-md border border-dashed border-border-strong/55 px-2 text-13 font-medium whitespace-nowrap text-muted hover:bg-hover hover:text-text',
        className,
      )}
      {...rest}
    >
      <Plus className="size-3.5" strokeWidth={1.5} aria-hidden />
      {children}
    </button>
  )
}

interface ChipProps {
  /** What is filtered, e.g. Account. */
  name: string
  /** Shows the values in force, or adds the filter where it is off; stays in place when that changes. */
  children: ReactNode
  /** Takes the filter off; absent where it is off. */
  onRemove?: () => void
}

/** A filter: in force with a button that takes it off, or only what adds it. */
export function Chip({ name, children, onRemove }: ChipProps) {
  return (
    <span
      className={
        onRemove &&
        'inline-flex h-7 max-w-full items-center gap-1.5 rounded-md border border-border-strong/55 pl-2 text-13 whitespace-nowrap'
      }
    >
      {onRemove && <span className="text-muted">{name}</span>}
      {children}
      {onRemove && (
        <button
          type="button"
          aria-label={`Remove the filter ${name}`}
          onClick={onRemove}
          className="grid size-6.5 shrink-0 place-items-center rounded-r-[5px] text-muted hover:bg-hover hover:text-text"
        >
          <X className="size-3.5" strokeWidth={1.5} aria-hidden />
        </button>
      )}
    </span>
  )
}
