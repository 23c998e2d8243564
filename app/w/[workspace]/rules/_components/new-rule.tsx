'use client'

import { Plus } from 'lucide-react'
import { useState, useTransition } from 'react'
import { categoryName } from '@/components/data/category-label'
import { ReplyText } from '@/components/data/reply-text'
import { CategoryOptions } from '@/components/review/category-options'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { PROVIDERS } from '@/lib/bounce/provider'
import { formatCount, plural } from '@/lib/format'
import type { RuleTest } from '@/lib/services/rules/test-rule'
import { saveRuleAction, testRuleAction, undoRuleAction } from '../actions'

const BLANK = { words: '', code: '', provider: '', account: '', category: '' }

/** Makes a rule on words: tested against the history first, then saved. */
export function NewRule({ slug }: { slug: string }) {
  const [open, setOpen] = useState(false)
  const [rule, setRule] = useState(BLANK)
  const [tested, setTested] = useState<RuleTest | null>(null)
  const [history, setHistory] = useState(true)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const [pending, start] = useTransition()
  const set = (part: Partial<typeof BLANK>) => {
    setRule({ ...rule, ...part })
    setTested(null)
    setWrong({})
  }
  const test = () =>
    start(async () => {
      const result = await testRuleAction(slug, rule)
      if (result.ok) return setTested(result.value)
      setWrong(result.error.fields ?? {})
      if (!result.error.fields) toast(result.error.message, { kind: 'failed' })
    })
  const save = () =>
    start(async () => {
      const result = await saveRuleAction(slug, { ...rule, history })
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      const { actId, count } = result.value
      setOpen(false)
      set(BLANK)
      toast(`Rule saved, ${plural(count, 'bounce')} moved`, { undo: () => undo(slug, actId) })
    })
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="New rule on words"
      description="Case, accents and spacing do not matter. Addresses, numbers and ids in a reply are masked."
      trigger={
        <Button variant="primary">
          <Plus aria-hidden strokeWidth={1.5} />
          New rule
        </Button>
      }
      actions={
        tested ? (
          <Button variant="primary" pending={pending} onClick={save}>
            Save the rule
          </Button>
        ) : (
          <Button variant="primary" pending={pending} disabled={!rule.words || !rule.category} onClick={test}>
            Test against history
          </Button>
        )
      }
    >
      <Field label="The reply contains" required error={wrong.words}>
        {(control) => (
          <Input {...control} value={rule.words} onChange={(event) => set({ words: event.target.value })} />
        )}
      </Field>
      <Field label="Category" required error={wrong.category}>
        {(control) => (
          <Select
            {...control}
            value={rule.category}
            onChange={(event) => set({ category: event.target.value })}
          >
            <option value="">Choose a category</option>
            <CategoryOptions />
          </Select>
        )}
      </Field>
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label="Code" hint="550 or 5.7.1" error={wrong.code}>
          {(control) => (
            <Input {...control} value={rule.code} onChange={(event) => set({ code: event.target.value })} />
          )}
        </Field>
        <Field label="Provider" error={wrong.provider}>
          {(control) => (
            <Select
              {...control}
              value={rule.provider}
              onChange={(event) => set({ provider: event.target.value })}
            >
              <option value="">Any</option>
              {PROVIDERS.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Sending account" error={wrong.account}>
          {(control) => (
            <Input
              {...control}
              value={rule.account}
              onChange={(event) => set({ account: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div aria-live="polite">{tested && <Outcome tested={tested} />}</div>
      {tested && (
        <label className="flex items-center gap-2 text-13">
          <Checkbox checked={history} onChange={(event) => setHistory(event.currentTarget.checked)} />
          Move the bounces of the past too
        </label>
      )}
    </Dialog>
  )
}

function Outcome({ tested: { count, from, replies } }: { tested: RuleTest }) {
  return (
    <div className="grid gap-2 rounded-md bg-surface p-3 text-13">
      <p className="font-medium">Would change {plural(count, 'bounce')}.</p>
      {from.length > 0 && (
        <p className="text-muted">
          Now in{' '}
          {from.map((each) => `${categoryName(each.category)} (${formatCount(each.count)})`).join(', ')}
        </p>
      )}
      {replies.map((reply) => (
        <p key={reply.text} className="wrap-anywhere">
          <ReplyText text={reply.text} /> <span className="text-muted">{formatCount(reply.count)}</span>
        </p>
      ))}
    </div>
  )
}

async function undo(slug: string, id: string) {
  const result = await undoRuleAction(slug, { id })
  if (result.ok) toast(`Rule taken off, ${plural(result.value.count, 'bounce')} moved back`)
  else toast(result.error.message, { kind: 'failed' })
}
