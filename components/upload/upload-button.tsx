'use client'

import { Upload as UploadIcon } from 'lucide-react'
import { useRef } from 'react'
import { Button, type ButtonStyle } from '@/components/ui/button'
import { addUploads } from './upload-store'

interface Props extends ButtonStyle {
  /** Slug of the workspace. */
  workspace: string
  label?: string
}

/** Opens the file chooser and queues what was chosen; `<Uploads>` of the page shows the rest. */
export function UploadButton({ workspace, label = 'Upload bounces', variant = 'primary', size }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button variant={variant} size={size} onClick={() => input.current?.click()}>
        <UploadIcon strokeWidth={1.5} aria-hidden />
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          void addUploads(workspace, event.target.files ?? [])
          event.target.value = ''
        }}
      />
    </>
  )
}
