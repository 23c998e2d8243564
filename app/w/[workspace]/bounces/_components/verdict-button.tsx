'use client'

import { BadgeCheck, CircleSlash } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button, type ButtonStyle } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { RadioCards } from '@/components/ui/radio-cards'
import { toast } from '@/components/ui/toast'
import { plural } from '@/lib/format'
import type { UnverifiedInput } from '@/lib/services/confirmations/unverified'
import {
  confirmBouncesAction,
  dismissBouncesAction,
  undoConfirmationAction,
  undoDismissalAction,
} from '../actions'

const VERDICTS = {
  ours: {
    label: 'This came from us',
    icon: BadgeCheck,
    title: 'Did you send this mail?',
    follows:
      'What you confirm counts like any other bounce: your policy may put the recipient on a hold or on the Do Not Email list. Bounces that are verified already stay as they are.',
    confirm: 'Yes, it came from us',
    others: 'Others stay unverified.',
    whole: 'The account is known from now on: reports that show a mail of it count by themselves.',
    done: 'confirmed',
    undone: 'unverified again',
    act: confirmBouncesAction,
    takeBack: undoConfirmationAction,
  },
  not_ours: {
    label: 'Not ours',
    icon: CircleSlash,
    title: 'Is this report not about your mail?',
    follows:
      'What you set aside leaves every list and figure, with all that followed from it, and the same report does not bring it back. Undo it here or in the activity. Verified bounces stay as they are.',
    confirm: 'Set aside, not ours',
    others: 'Others stay in the list.',
    whole: 'Every unverified bounce that names it so far.',
    done: 'set aside',
    undone: 'brought back',
    act: dismissBouncesAction,
    takeBack: undoDismissalAction,
  },
} as const

type Verdict = keyof typeof VERDICTS

interface Props extends ButtonStyle {
  slug: string
  verdict: Verdict
  scope: UnverifiedInput['scope']
  /** The account that a single report names. */
  account?: string
  onDone?: () => void
}

/** Lets a person say whether reports that may be forged are on mail of ours: their bounces count like any other, or not at all. */
export function VerdictButton({ slug, verdict, scope, account, onDone, ...style }: Props) {
  const [open, setOpen] = useState(false)
  const { icon: Icon, label } = VERDICTS[verdict]
  return (
    <>
      <Button {...style} onClick={() => setOpen(true)}>
        <Icon strokeWidth={1.5} aria-hidden />
        {label}
      </Button>
      {open && (
        <Question
          slug={slug}
          verdict={verdict}
          scope={scope}
          account={account}
          onClose={() => setOpen(false)}
          onDone={onDone}
        />
      )}
    </>
  )
}

function Question({ slug, verdict, scope, account, onClose, onDone }: Props & { onClose: () => void }) {
  const [reach, setReach] = useState<'these' | 'account'>('these')
  const [pending, start] = useTransition()
  const { title, follows, confirm, others, whole, done, act } = VERDICTS[verdict]
  const judge = () =>
    start(async () => {
      const all = account && reach === 'account'
      const result = await act(slug, { scope: all ? { kind: 'account', account } : scope })
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      onClose()
      onDone?.()
      const { id, count } = result.value
      toast(`${plural(count, 'bounce')} ${done}`, { undo: () => undo(slug, verdict, id) })
    })
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={follows}
      confirm={confirm}
      pending={pending}
      onConfirm={judge}
    >
      {account && (
        <RadioCards
          legend="Which reports"
          name="reach"
          value={reach}
          onValueChange={(value) => setReach(value === 'account' ? 'account' : 'these')}
          options={[
            { value: 'these', label: 'Only this one', hint: others },
            { value: 'account', label: `All that name ${account}`, hint: whole },
          ]}
        />
      )}
    </ConfirmDialog>
  )
}

async function undo(slug: string, verdict: Verdict, id: string) {
  const { takeBack, undone } = VERDICTS[verdict]
  const result = await takeBack(slug, { id })
  if (result.ok) toast(`${plural(result.value.count, 'bounce')} ${undone}`)
  else toast(result.error.message, { kind: 'failed' })
}
