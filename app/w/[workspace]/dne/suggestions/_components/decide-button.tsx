'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { InputField } from '@/components/ui/labelled'
import { toast } from '@/components/ui/toast'
import type { SuggestionFilter } from '@/db/queries/dne/list-suggestions'
import { plural } from '@/lib/format'
import { acceptAction, dismissAction } from '../../actions'
import { undo } from '../../_components/undo'

interface Props {
  slug: string
  decide: 'accept' | 'dismiss'
  select: { ids: string[] } | { all: SuggestionFilter }
  count: number
  /** The address of a single one: decided at once. */
  about?: string
  onDone?: () => void
}

const WORDS = {
  accept: { verb: 'Accept', done: 'put on the list', follows: 'None of them gets your mail from now on.' },
  dismiss: {
    verb: 'Dismiss',
    done: 'dismissed',
    follows: 'What they are suggested for up to now suggests them no more. They can get your mail.',
  },
}

/** Says yes or no to suggestions: to one at once, to several in a window that asks for one reason. */
export function DecideButton({ slug, decide, select, count, about, onDone }: Props) {
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const [pending, start] = useTransition()
  const { verb, done, follows } = WORDS[decide]
  const act = decide === 'accept' ? acceptAction : dismissAction
  const go = () =>
    start(async () => {
      const result = await act(slug, { select, why: why.trim() })
      setAsking(false)
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      onDone?.()
      const { actId, count: decided } = result.value
      const said = about ? `${about} ${done}` : `${plural(decided, 'suggestion')} ${done}`
      toast(said, { undo: () => void undo(slug, actId) })
    })
  return (
    <>
      <Button
        size="sm"
        variant={decide === 'accept' ? 'default' : 'quiet'}
        className="ml-1"
        aria-label={about ? `${verb} ${about}` : undefined}
        pending={pending}
        onClick={about ? go : () => setAsking(true)}
      >
        {verb}
      </Button>
      {!about && (
        <ConfirmDialog
          title={`${verb} ${plural(count, 'suggestion')}`}
          description={follows}
          confirm={`${verb} ${plural(count, 'suggestion')}`}
          open={asking}
          onOpenChange={setAsking}
          pending={pending}
          onConfirm={go}
        >
          <InputField
            label="Reason, for all of them"
            hint="Stands in the activity"
            maxLength={500}
            value={why}
            onValue={setWhy}
          />
        </ConfirmDialog>
      )}
    </>
  )
}
