'use client'

import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { replayDeliveryAction } from '../../actions'

/** Sends a contact's message once more, with the same id. */
export function ReplayButton({ slug, id, name }: { slug: string; id: string; name: string }) {
  const [pending, start] = useTransition()
  const replay = () =>
    start(async () => {
      const result = await replayDeliveryAction(slug, { id })
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      if (result.value.ok) toast(`Sent again, answered ${result.value.status}`)
      else toast(result.value.failure, { kind: 'failed' })
    })
  return (
    <Button size="sm" variant="quiet" pending={pending} aria-label={`Send ${name} again`} onClick={replay}>
      Send again
    </Button>
  )
}
