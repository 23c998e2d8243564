'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button, type ButtonStyle } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { discardFileAction } from '../file-actions'

interface Props extends ButtonStyle {
  slug: string
  fileId: string
  label: string
  /** Where to go afterwards. */
  to: string
}

/** Forgets a file and what it came to. */
export function DiscardButton({ slug, fileId, label, to, ...style }: Props) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const discard = () =>
    start(async () => {
      const result = await discardFileAction(slug, { fileId })
      if (result.ok) router.push(to)
      else toast(result.error.message, { kind: 'failed' })
    })
  return (
    <Button {...style} pending={pending} onClick={discard}>
      {label}
    </Button>
  )
}
