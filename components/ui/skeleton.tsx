import type { ComponentProps } from 'react'
import { cn } from './cn'

/** A block of the size of what is to come; it appears only after 150 ms. Give it width and height. */
export function Skeleton({ className, ...rest }: ComponentProps<'div'>) {
  return <div aria-hidden className={cn('animate-late rounded-md bg-track', className)} {...rest} />
}
