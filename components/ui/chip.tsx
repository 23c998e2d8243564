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
  /** Opens the picker; built by the caller so that a popover can hold it. */
  value: ReactNode
  onRemove: () => void
  removeLabel: string
}

/** A filter in force, with a button that takes it off. */
export function Chip({ name, value, onRemove, removeLabel }: ChipProps) {
  return (
    <span className="inline-flex h-7 max-w-full items-center gap-1.5 rounded-md border border-border-strong/55 pl-2 text-13 whitespace-nowrap">
      <span className="text-muted">{name}</span>
      <span className="min-w-0 truncate font-medium">{value}</span>
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="grid size-6.5 shrink-0 place-items-center rounded-r-[5px] text-muted hover:bg-hover hover:text-text"
      >
        <X className="size-3.5" strokeWidth={1.5} aria-hidden />
      </button>
    </span>
  )
}
