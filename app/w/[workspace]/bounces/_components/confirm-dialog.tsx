'use client'

import { BadgeCheck } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button, type ButtonStyle } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { RadioCards } from '@/components/ui/radio-cards'
import { toast } from '@/components/ui/toast'
import { plural } from '@/lib/format'
import type { ConfirmBouncesInput } from '@/lib/services/confirmations/confirm-bounces'
import { confirmBouncesAction, undoConfirmationAction } from '../actions'

type Scope = ConfirmBouncesInput['scope']

interface Props extends ButtonStyle {
  slug: string
  scope: Scope
  /** The account that a single report names. */
  account?: string
  onDone?: () => void
}

/** Lets a person say that reports are on mail of ours, so that their bounces count like any other. */
export function ConfirmButton({ slug, scope, account, onDone, ...style }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button {...style} onClick={() => setOpen(true)}>
        <BadgeCheck strokeWidth={1.5} aria-hidden />
        This came from us
      </Button>
      {open && (
        <Question
          slug={slug}
          scope={scope}
          account={account}
          onClose={() => setOpen(false)}
          onDone={onDone}
        />
      )}
    </>
  )
}

function Question({ slug, scope, account, onClose, onDone }: Props & { onClose: () => void }) {
  const [reach, setReach] = useState<'these' | 'account'>('these')
  const [pending, start] = useTransition()
  const confirm = () =>
    start(async () => {
      const whole = account && reach === 'account'
      const result = await confirmBouncesAction(slug, {
        scope: whole ? { kind: 'account', account } : scope,
      })
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      onClose()
      onDone?.()
      const { id, count } = result.value
      toast(`${plural(count, 'bounce')} confirmed`, { undo: () => undo(slug, id) })
    })
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Did you send this mail?"
      description="What you confirm counts like any other bounce: your policy may put the recipient on a hold or on the Do Not Email list. Bounces that are verified already stay as they are."
      confirm="Yes, it came from us"
      pending={pending}
      onConfirm={confirm}
    >
      {account && (
        <RadioCards
          legend="Which reports"
          name="reach"
          value={reach}
          onValueChange={(value) => setReach(value === 'account' ? 'account' : 'these')}
          options={[
            { value: 'these', label: 'Only this one', hint: 'Others stay unverified.' },
            {
              value: 'account',
              label: `All that name ${account}`,
              hint: 'The account is known from now on: reports that show a mail of it count by themselves.',
            },
          ]}
        />
      )}
    </ConfirmDialog>
  )
}

async function undo(slug: string, id: string) {
  const result = await undoConfirmationAction(slug, { id })
  if (result.ok) toast(`${plural(result.value.count, 'bounce')} unverified again`)
  else toast(result.error.message, { kind: 'failed' })
}
