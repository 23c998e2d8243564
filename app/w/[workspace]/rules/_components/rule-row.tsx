'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState, useTransition } from 'react'
import { CategoryLabel } from '@/components/data/category-label'
import { Badge } from '@/components/ui/badge'
import { Button, IconButton } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { providerName } from '@/lib/bounce/provider'
import type { Result } from '@/lib/result'
import { RuleDialog } from './rule-dialog'
import { deleteRuleAction, moveRuleAction, switchRuleAction } from '../actions'

interface Props {
  slug: string
  rule: {
    id: string
    words: string
    code: string
    provider: string
    account: string
    category: string
    enabled: boolean
  }
  made: string
  place: { first: boolean; last: boolean }
  mayChange: boolean
  accounts: readonly string[]
}

/** A rule on words with its place in the order. */
export function RuleRow({ slug, rule, made, place, mayChange, accounts }: Props) {
  const [asking, setAsking] = useState(false)
  const [pending, start] = useTransition()
  const { id, words } = rule
  const run = (act: Promise<Result<unknown>>) =>
    start(async () => {
      const result = await act
      setAsking(false)
      if (!result.ok) toast(result.error.message, { kind: 'failed' })
    })
  const also = [
    rule.code && `code ${rule.code}`,
    rule.provider && providerName(rule.provider),
    rule.account,
  ].filter(Boolean)
  return (
    <li className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 border-border px-4 py-3 text-13 not-first:border-t">
      <div className="min-w-0 flex-1 basis-64">
        <p className="wrap-anywhere">
          “{words}”{also.length > 0 && <span className="text-muted"> with {also.join(', ')}</span>}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 text-12 text-muted">
          <CategoryLabel category={rule.category} className="text-text" />
          <span>{made}</span>
          {!rule.enabled && <Badge>Disabled</Badge>}
        </p>
      </div>
      {mayChange && (
        <div className="flex flex-wrap items-center gap-1">
          <IconButton
            label={`Move “${words}” up`}
            disabled={place.first}
            pending={pending}
            onClick={() => run(moveRuleAction(slug, { id, to: 'up' }))}
          >
            <ArrowUp aria-hidden strokeWidth={1.5} />
          </IconButton>
          <IconButton
            label={`Move “${words}” down`}
            disabled={place.last}
            pending={pending}
            onClick={() => run(moveRuleAction(slug, { id, to: 'down' }))}
          >
            <ArrowDown aria-hidden strokeWidth={1.5} />
          </IconButton>
          <RuleDialog
            slug={slug}
            accounts={accounts}
            rule={rule}
            trigger={
              <Button size="sm" variant="quiet" aria-label={`Edit “${words}”`}>
                Edit
              </Button>
            }
          />
          <Button
            size="sm"
            variant="quiet"
            pending={pending}
            aria-label={`${rule.enabled ? 'Disable' : 'Enable'} “${words}”`}
            onClick={() => run(switchRuleAction(slug, { id, enabled: !rule.enabled }))}
          >
            {rule.enabled ? 'Disable' : 'Enable'}
          </Button>
          <Button size="sm" variant="quiet" aria-label={`Delete “${words}”`} onClick={() => setAsking(true)}>
            Delete
          </Button>
        </div>
      )}
      <ConfirmDialog
        title={`Delete the rule on “${words}”?`}
        description="It decides nothing from now on. Bounces that it moved stay where they are."
        confirm="Delete"
        open={asking}
        onOpenChange={setAsking}
        pending={pending}
        onConfirm={() => run(deleteRuleAction(slug, { id }))}
      />
    </li>
  )
}
