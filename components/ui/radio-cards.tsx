'use client'

import type { ReactNode } from 'react'
import { cn } from './cn'

export interface RadioOption<V extends string> {
  value: V
  label: string
  hint?: ReactNode
}

interface Props<V extends string> {
  legend: string
  name: string
  options: readonly RadioOption<V>[]
  value?: V
  defaultValue?: V
  onValueChange?: (value: V) => void
  className?: string
}

/** A choice of few options, each a card with its explanation. */
export function RadioCards<V extends string>(props: Props<V>) {
  const { legend, name, options, value, defaultValue, onValueChange, className } = props
  return (
    <fieldset className="grid min-w-0 gap-1">
      <legend className="pb-1 text-12 font-medium text-muted">{legend}</legend>
      <div className={cn('grid gap-2 sm:grid-cols-2', className)}>
        {options.map((option) => (
          <label
            key={option.value}
            className="grid grid-cols-[16px_1fr] content-start gap-x-2 rounded-md border border-border-strong px-2.5 py-2 text-13 has-checked:border-accent has-checked:ring-1 has-checked:ring-accent"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              className="mt-0.5 size-4 accent-accent"
              checked={value === undefined ? undefined : value === option.value}
              defaultChecked={value === undefined ? defaultValue === option.value : undefined}
              onChange={() => onValueChange?.(option.value)}
            />
            <span className="font-medium">{option.label}</span>
            {option.hint && <small className="col-start-2 text-12 text-muted">{option.hint}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
