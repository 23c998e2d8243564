'use client'

import { useState, useTransition } from 'react'
import { CategoryLabel } from '@/components/data/category-label'
import { ReplyText } from '@/components/data/reply-text'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { plural } from '@/lib/format'
import { deleteDecisionAction } from '../actions'

interface Props {
  slug: string
  decision: { templateId: string; text: string; category: string; bounces: number }
  made: string
  mayChange: boolean
}

/** A reply that a person decided. */
export function DecisionRow({ slug, decision, made, mayChange }: Props) {
  const [asking, setAsking] = useState(false)
  const [pending, start] = useTransition()
  const end = () =>
    start(async () => {
      const result = await deleteDecisionAction(slug, { id: decision.templateId })
      setAsking(false)
      if (result.ok) toast('Recognition decides this reply from now on')
      else toast(result.error.message, { kind: 'failed' })
    })
  return (
    <li className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 border-border px-4 py-3 text-13 not-first:border-t">
      <div className="min-w-0 flex-1 basis-64">
        <p className="wrap-anywhere">
          <ReplyText text={decision.text || 'An empty reply'} />
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 text-12 text-muted">
          <CategoryLabel category={decision.category} className="text-text" />
          <span>
            {plural(decision.bounces, 'bounce')} · {made}
          </span>
        </p>
      </div>
      {mayChange && (
        <Button
          size="sm"
          variant="quiet"
          onClick={() => setAsking(true)}
          aria-label={`End the decision for ${decision.text.slice(0, 60)}`}
        >
          End
        </Button>
      )}
      <ConfirmDialog
        title="End this decision?"
        description={`Recognition decides the reply again in imports from now on. The ${plural(decision.bounces, 'bounce')} here stay where they are.`}
        confirm="End the decision"
        open={asking}
        onOpenChange={setAsking}
        pending={pending}
        onConfirm={end}
      />
    </li>
  )
}
