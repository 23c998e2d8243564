import type { ComponentProps } from 'react'
import { cn } from './cn'

/** A key to press. */
export function Kbd({ className, ...rest }: ComponentProps<'kbd'>) {
  return (
    <kbd
      className={cn(
        'inline-block rounded-sm border border-border bg-canvas px-1 font-sans text-11 font-medium text-muted',
        className,
      )}
      {...rest}
    />
  )
}
