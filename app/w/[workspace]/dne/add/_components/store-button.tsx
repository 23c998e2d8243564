'use client'

import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { plural } from '@/lib/format'
import { startStoringAction } from '../../file-actions'

/** Puts a file that was read on the list. */
export function StoreButton({ slug, fileId, count }: { slug: string; fileId: string; count: number }) {
  const [pending, start] = useTransition()
  const store = () =>
    start(async () => {
      const result = await startStoringAction(slug, { fileId })
      if (!result.ok) toast(result.error.message, { kind: 'failed' })
    })
  return (
    <Button variant="primary" size="lg" pending={pending} onClick={store}>
      Add {plural(count, 'entry', 'entries')}
    </Button>
  )
}
