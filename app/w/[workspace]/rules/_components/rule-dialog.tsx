'use client'

import { useState, useTransition, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { plural } from '@/lib/format'
import type { RuleTest } from '@/lib/services/rules/test-rule'
import { editRuleAction, saveRuleAction, testRuleAction, undoRuleAction } from '../actions'
import { RuleFields, type RuleValues } from './rule-fields'
import { TestOutcome } from './test-outcome'

const BLANK: RuleValues = { words: '', code: '', provider: '', account: '', category: '' }

interface Props {
  slug: string
  /** Accounts of the workspace, to choose from. */
  accounts: readonly string[]
  trigger: ReactNode
  /** The rule to edit; absent for a new one. */
  rule?: RuleValues & { id: string; enabled: boolean }
}

/** Makes or edits a rule on words: tested against the history first, then saved. */
export function RuleDialog({ slug, accounts, trigger, rule: given }: Props) {
  const start = given ? pick(given) : BLANK
  const [open, setOpen] = useState(false)
  const [rule, setRule] = useState(start)
  const [tested, setTested] = useState<RuleTest | null>(null)
  const [history, setHistory] = useState(true)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const [pending, run] = useTransition()
  const set = (part: Partial<RuleValues>) => {
    setRule({ ...rule, ...part })
    setTested(null)
    setWrong({})
  }
  const change = (next: boolean) => {
    setOpen(next)
    if (next && given) set(start)
  }
  const test = () =>
    run(async () => {
      const result = await testRuleAction(slug, given ? { ...rule, id: given.id } : rule)
      if (result.ok) return setTested(result.value)
      setWrong(result.error.fields ?? {})
      if (!result.error.fields) toast(result.error.message, { kind: 'failed' })
    })
  const save = () =>
    run(async () => {
      const result = given
        ? await editRuleAction(slug, { ...rule, history, id: given.id })
        : await saveRuleAction(slug, { ...rule, history })
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      const { actId, count } = result.value
      setOpen(false)
      set(given ? rule : BLANK)
      toast(`Rule saved, ${plural(count, 'bounce')} moved`, { undo: () => undo(slug, actId, Boolean(given)) })
    })
  const unchanged = given !== undefined && JSON.stringify(rule) === JSON.stringify(start)
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={given ? 'Edit the rule' : 'New rule on words'}
      description="Case, accents and spacing do not matter. Addresses, numbers and ids in a reply are masked."
      trigger={trigger}
      actions={
        tested ? (
          <Button variant="primary" pending={pending} onClick={save}>
            Save the rule
          </Button>
        ) : (
          <Button
            variant="primary"
            pending={pending}
            disabled={!rule.words || !rule.category || unchanged}
            onClick={test}
          >
            Test against history
          </Button>
        )
      }
    >
      <RuleFields values={rule} onChange={set} accounts={accounts} wrong={wrong} />
      <div aria-live="polite">{tested && <TestOutcome tested={tested} />}</div>
      {tested && given?.enabled !== false && (
        <label className="flex items-center gap-2 text-13">
          <Checkbox checked={history} onChange={(event) => setHistory(event.currentTarget.checked)} />
          Move the bounces of the past too
        </label>
      )}
      {tested && given && (
        <p className="text-13 text-muted">
          {given.enabled
            ? 'Bounces that it moved before and does not apply to any more stay where they are.'
            : 'The rule is disabled, so nothing moves now.'}
        </p>
      )}
    </Dialog>
  )
}

const pick = ({ words, code, provider, account, category }: RuleValues): RuleValues => ({
  words,
  code,
  provider,
  account,
  category,
})

async function undo(slug: string, id: string, edited: boolean) {
  const result = await undoRuleAction(slug, { id })
  if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
  const back = `${plural(result.value.count, 'bounce')} moved back`
  toast(edited ? `Rule as before, ${back}` : `Rule taken off, ${back}`)
}
