'use client'

import type { ReactNode } from 'react'
import { Sheet } from '@/components/ui/sheet'

/** The sidebar on small screens, over the page. */
export function NavSheet({
  children,
  onOpenChange,
}: {
  children: ReactNode
  onOpenChange: (open: boolean) => void
}) {
  return (
    <Sheet
      title="Navigation"
      hideTitle
      side="left"
      className="max-w-64 bg-surface"
      open
      onOpenChange={onOpenChange}
    >
      <div className="min-h-0 flex-1 pt-8">{children}</div>
    </Sheet>
  )
}
