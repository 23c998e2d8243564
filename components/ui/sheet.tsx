'use client'

import * as Radix from 'radix-ui/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './button'
import { cn } from './cn'
import { Scrim } from './dialog'

interface Props {
  /** Name of the panel; shown unless `hideTitle`. */
  title: string
  hideTitle?: boolean
  children: ReactNode
  trigger?: ReactNode
  side?: 'left' | 'right'
  open?: boolean
  onOpenChange?: (open: boolean) => void
  className?: string
}

/** A panel that slides in from the side over the page. */
export function Sheet({
  title,
  hideTitle,
  children,
  trigger,
  side = 'right',
  open,
  onOpenChange,
  className,
}: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Scrim />
        <Radix.Content
          aria-describedby={undefined}
          className={cn(
            'fixed inset-y-0 z-50 flex w-full max-w-[480px] flex-col overflow-y-auto bg-canvas outline-none',
            side === 'right'
              ? 'right-0 animate-slide border-l border-border'
              : 'left-0 animate-slide-start border-r border-border',
            className,
          )}
        >
          <header className={cn('flex items-center gap-2 px-4 pt-3', hideTitle && 'absolute top-0 right-0')}>
            <Radix.Title className={cn('text-16 font-semibold', hideTitle && 'sr-only')}>{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label="Close" className="ml-auto">
                <X aria-hidden strokeWidth={1.5} />
              </IconButton>
            </Radix.Close>
          </header>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
