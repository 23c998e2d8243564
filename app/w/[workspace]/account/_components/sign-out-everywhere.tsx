'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast-store'
import { signOutEverywhereAction } from '../actions'

/** Ends all of one's sessions, after asking. */
export function SignOutEverywhere() {
  const [open, setOpen] = useState(false)
  const [pending, start] = useTransition()
  const confirm = () =>
    start(async () => {
      const result = await signOutEverywhereAction({})
      if (result.ok) location.assign('/sign-in')
      else toast(result.error.message, { kind: 'failed' })
    })
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        Sign out everywhere
      </Button>
      <ConfirmDialog
        title="Sign out everywhere?"
        description="All your sessions end, this one too. You then sign in again here."
        confirm="Sign out everywhere"
        open={open}
        onOpenChange={setOpen}
        pending={pending}
        onConfirm={confirm}
      />
    </>
  )
}
