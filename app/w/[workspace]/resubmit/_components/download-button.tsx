'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { saveFile } from '@/components/resubmit/save-file'
import { Button, type ButtonStyle } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'

interface Props extends ButtonStyle {
  slug: string
  batchId: string
  /** A file of before; without it the due part is handed over. */
  again?: string
  label?: string
  children: React.ReactNode
}

/** Downloads the due part of a batch: that hands it over. */
export function DownloadButton({ slug, batchId, again, label, children, ...style }: Props) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const download = () =>
    start(async () => {
      const query = again ? `?again=${again}` : ''
      const refused = await saveFile(`/api/w/${slug}/resubmit/batches/${batchId}/file${query}`)
      if (refused) toast(refused, { kind: 'failed' })
      else toast(again ? 'File downloaded again' : 'Handed over')
      router.refresh()
    })
  return (
    <Button {...style} pending={pending} aria-label={label} onClick={download}>
      {children}
    </Button>
  )
}
