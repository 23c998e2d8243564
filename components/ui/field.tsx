import { useId, type ReactNode } from 'react'
import { cn } from './cn'

export interface FieldControl {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

interface FieldProps {
  label: string
  /** Receives id and aria attributes to spread on the control. */
  children: (control: FieldControl) => ReactNode
  hint?: ReactNode
  error?: string
  required?: boolean
  className?: string
}

/** A control with its label, its hint and its error, tied together for screen readers. */
export function Field({ label, children, hint, error, required, className }: FieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={cn('grid content-start gap-1', className)}>
      <label htmlFor={id} className="text-12 font-medium text-muted">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required ? true : undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-12 text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-12 text-on-critical">
          {error}
        </p>
      )}
    </div>
  )
}
