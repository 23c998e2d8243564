'use client'

import { Upload as UploadIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { UploadButton } from './upload-button'

/** The place on a page that invites files; the drop itself is taken by `<DropAnywhere>` of the page. */
export function DropZone({
  workspace,
  children,
  className,
}: {
  workspace: string
  children?: ReactNode
  className?: string
}) {
  return (
    <div
      className={cn(
        'grid justify-items-center gap-2 rounded-lg border border-dashed border-border-strong px-4 py-8 text-center',
        className,
      )}
    >
      <UploadIcon className="size-6 text-muted" strokeWidth={1.5} aria-hidden />
      <p className="text-14 font-semibold">Drop bounce files here</p>
      <p className="max-w-md text-13 text-balance text-muted">
        CSV and log files as your tools export them, and bounce mails (.eml, mbox, ZIP), up to 1 GB each, one
        or several at once. You see everything before it is stored.
      </p>
      <div className="mt-2 flex flex-wrap justify-center gap-2">
        <UploadButton workspace={workspace} label="Choose files" />
        {children}
      </div>
    </div>
  )
}
