'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { cancelImport } from '../actions'

interface Props {
  workspace: string
  importId: string
  label: string
  size?: 'sm' | 'md' | 'lg'
  className?: string
}

/** Cancels an import that is not finished; nothing of it stays. */
export function CancelButton({ workspace, importId, label, size, className }: Props) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const cancel = () =>
    start(async () => {
      const result = await cancelImport(workspace, { importId })
      if (!result.ok) toast(result.error.message, { kind: 'failed' })
      router.refresh()
    })
  return (
    <Button size={size} className={className} pending={pending} onClick={cancel}>
      {label}
    </Button>
  )
}
