'use client'

import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { cancelContactAction } from '../../../actions'

/** Takes one contact out of its batch. */
export function CancelContact(props: { slug: string; batchId: string; recipient: string }) {
  const { slug, ...contact } = props
  const [pending, start] = useTransition()
  const cancel = () =>
    start(async () => {
      const result = await cancelContactAction(slug, contact)
      if (!result.ok) toast(result.error.message, { kind: 'failed' })
    })
  return (
    <Button
      size="sm"
      variant="quiet"
      pending={pending}
      aria-label={`Cancel ${contact.recipient}`}
      onClick={cancel}
    >
      Cancel
    </Button>
  )
}
