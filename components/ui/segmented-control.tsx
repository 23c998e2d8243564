'use client'

import { useId } from 'react'
import { cn } from './cn'

interface Props<V extends string> {
  legend: string
  options: readonly { value: V; label: string }[]
  /** None is chosen where the value is not among the options. */
  value: V | null
  onValueChange: (value: V) => void
  size?: 'sm' | 'md'
  className?: string
}

/** A few exclusive choices side by side; arrow keys move between them. */
export function SegmentedControl<V extends string>({
  legend,
  options,
  value,
  onValueChange,
  size = 'md',
  className,
}: Props<V>) {
  const name = useId()
  return (
    <fieldset
      className={cn('inline-flex min-w-0 overflow-hidden rounded-md border border-border-control', className)}
    >
      <legend className="sr-only">{legend}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={cn(
            'relative inline-flex flex-1 items-center justify-center text-13 font-medium whitespace-nowrap text-muted not-first-of-type:border-l not-first-of-type:border-border',
            'hover:text-text has-checked:bg-solid has-checked:text-on-solid has-focus-visible:rounded-md has-focus-visible:outline-2 has-focus-visible:-outline-offset-4 has-focus-visible:outline-accent',
            size === 'sm' ? 'h-6.5 px-2' : 'h-7.5 px-3',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onValueChange(option.value)}
            className="absolute inset-0 m-0 cursor-pointer opacity-0"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
