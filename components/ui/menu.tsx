'use client'

import Link from 'next/link'
import * as Radix from 'radix-ui/dropdown-menu'
import { Check } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { floating } from './popover'

const item =
  'flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 outline-none select-none data-highlighted:bg-hover data-disabled:opacity-50 dark:data-highlighted:bg-raised [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted'

interface MenuProps {
  trigger: ReactNode
  children: ReactNode
  align?: ComponentProps<typeof Radix.Content>['align']
  /** Open when it appears, for menus that are loaded at first use. */
  defaultOpen?: boolean
  className?: string
}

/** A button's list of commands; fill it with MenuItem, MenuLink, MenuCheck, MenuLabel, MenuSeparator. */
export function Menu({ trigger, children, align = 'start', defaultOpen, className }: MenuProps) {
  return (
    <Radix.Root modal={false} defaultOpen={defaultOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className={cn(
            floating,
            'max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto p-1',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export function MenuItem({ className, ...rest }: ComponentProps<typeof Radix.Item>) {
  return <Radix.Item className={cn(item, className)} {...rest} />
}

export function MenuLink({ href, children, className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Radix.Item asChild className={cn(item, className)}>
      <Link href={href} {...rest}>
        {children}
      </Link>
    </Radix.Item>
  )
}

/** A choice that is on or off; the menu stays open. */
export function MenuCheck({ children, className, ...rest }: ComponentProps<typeof Radix.CheckboxItem>) {
  return (
    <Radix.CheckboxItem
      className={cn(item, className)}
      onSelect={(event) => event.preventDefault()}
      {...rest}
    >
      <span className="grid size-4 place-items-center">
        <Radix.ItemIndicator>
          <Check aria-hidden />
        </Radix.ItemIndicator>
      </span>
      {children}
    </Radix.CheckboxItem>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 py-1 text-12 font-medium text-muted">{children}</Radix.Label>
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-border" />
}
