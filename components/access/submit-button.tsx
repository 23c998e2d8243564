'use client'

import { useSyncExternalStore, type ComponentProps } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'

const never = () => () => {}

/** Sends a form. It waits for the page's scripts, because before them the browser would send the form by itself and lose it. */
export function SubmitButton({ className, variant = 'primary', ...rest }: ComponentProps<typeof Button>) {
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <Button
      type="submit"
      variant={variant}
      disabled={!ready}
      className={cn('disabled:opacity-100', className)}
      {...rest}
    />
  )
}
