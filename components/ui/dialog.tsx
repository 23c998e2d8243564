'use client'

import * as Radix from 'radix-ui/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, IconButton } from './button'
import { cn } from './cn'

export const Scrim = () => <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />

interface DialogProps {
  title: string
  description?: ReactNode
  children?: ReactNode
  /** Buttons at the foot, right-aligned. */
  actions?: ReactNode
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  className?: string
}

/** A modal window; the focus stays within, Escape closes it. */
export function Dialog({
  title,
  description,
  children,
  actions,
  trigger,
  open,
  onOpenChange,
  className,
}: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Scrim />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed top-1/2 left-1/2 z-50 grid max-h-[85dvh] w-[calc(100vw-32px)] max-w-lg -translate-x-1/2 -translate-y-1/2 gap-4 overflow-y-auto rounded-lg border border-border bg-canvas p-5 shadow-pop outline-none',
            className,
          )}
        >
          <header className="grid gap-1 pr-8">
            <Radix.Title className="text-16 font-semibold">{title}</Radix.Title>
            {description && (
              <Radix.Description className="text-13 text-muted">{description}</Radix.Description>
            )}
          </header>
          {children}
          {actions && <footer className="flex flex-wrap justify-end gap-2">{actions}</footer>}
          <Radix.Close asChild>
            <IconButton label="Close" className="absolute top-4 right-4">
              <X aria-hidden strokeWidth={1.5} />
            </IconButton>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

interface ConfirmProps extends Omit<DialogProps, 'actions' | 'className'> {
  confirm: string
  onConfirm: () => void
  pending?: boolean
  disabled?: boolean
}

/** Asks before something is done; before something bulk or irreversible its description names the count and the consequence. */
export function ConfirmDialog({ confirm, onConfirm, pending, disabled, ...dialog }: ConfirmProps) {
  return (
    <Dialog
      {...dialog}
      actions={
        <>
          <Radix.Close asChild>
            <Button>Cancel</Button>
          </Radix.Close>
          <Button variant="primary" pending={pending} disabled={disabled} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    />
  )
}
