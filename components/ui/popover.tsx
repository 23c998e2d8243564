'use client'

import * as Radix from 'radix-ui/popover'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

export const floating =
  'z-50 rounded-lg border border-border bg-canvas text-13 text-text shadow-pop outline-none animate-pop dark:border-border-control'

interface Props {
  trigger: ReactNode
  /** Name of the panel for screen readers. */
  label: string
  children: ReactNode
  align?: ComponentProps<typeof Radix.Content>['align']
  open?: boolean
  defaultOpen?: boolean
  onOpenChange?: (open: boolean) => void
  className?: string
}

/** A small panel beside its button. */
export function Popover({
  trigger,
  label,
  children,
  align = 'start',
  open,
  defaultOpen,
  onOpenChange,
  className,
}: Props) {
  return (
    <Radix.Root open={open} defaultOpen={defaultOpen} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className={cn(
            floating,
            'max-h-(--radix-popover-content-available-height) overflow-y-auto p-2',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
