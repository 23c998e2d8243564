'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast-store'
import { disableMemberAction } from '../actions'

interface Props {
  slug: string
  userId: string
  name: string
  disabled: boolean
}

/** Shuts a member out, after asking, or lets them in again. */
export function MemberActions({ slug, userId, name, disabled }: Props) {
  const [pending, start] = useTransition()
  const [asking, setAsking] = useState(false)
  const set = (next: boolean) =>
    start(async () => {
      const result = await disableMemberAction(slug, { userId, disabled: next })
      setAsking(false)
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      if (next) toast(`${name} can’t get in any more.`, { undo: () => set(false) })
      else toast(`${name} can get in again.`)
    })
  if (disabled) {
    return (
      <Button size="sm" pending={pending} onClick={() => set(false)} aria-label={`Enable ${name}`}>
        Enable
      </Button>
    )
  }
  return (
    <>
      <Button variant="quiet" size="sm" onClick={() => setAsking(true)} aria-label={`Disable ${name}`}>
        Disable
      </Button>
      <ConfirmDialog
        title={`Disable ${name}?`}
        description="They are shut out of this workspace at once, on every device. What they did stays. You can enable them again."
        confirm="Disable"
        open={asking}
        onOpenChange={setAsking}
        pending={pending}
        onConfirm={() => set(true)}
      />
    </>
  )
}
