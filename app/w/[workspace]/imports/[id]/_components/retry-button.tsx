'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { retryImport } from '../actions'

/** Lets a failed import go on from where it stopped. */
export function RetryButton({ workspace, importId }: { workspace: string; importId: string }) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const retry = () =>
    start(async () => {
      const result = await retryImport(workspace, { importId })
      if (!result.ok) toast(result.error.message, { kind: 'failed' })
      router.refresh()
    })
  return (
    <Button variant="primary" pending={pending} onClick={retry}>
      Try again
    </Button>
  )
}
