'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { InputField } from '@/components/ui/labelled'
import { toast } from '@/components/ui/toast'
import { CATEGORIES } from '@/lib/bounce/categories'
import { familyOf, FAMILIES } from '@/lib/bounce/families'
import { DEFAULT_POLICY, type DnePolicy } from '@/lib/dne/policy'
import type { PolicyPreview } from '@/lib/services/dne/preview-policy'
import { undo } from '../../_components/undo'
import { previewPolicyAction, savePolicyAction } from '../actions'
import { Options } from './options'
import { Preview } from './preview'
import { RuleEditor } from './rule-editor'

interface Props {
  slug: string
  policy: DnePolicy
  mayPreview: boolean
  mayChange: boolean
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The policy, a sentence a category; what is changed is tried on the last month before it is saved. */
export function PolicyForm({ slug, policy, mayPreview, mayChange }: Props) {
  const [draft, setDraft] = useState(policy)
  const [why, setWhy] = useState('')
  const [preview, setPreview] = useState<PolicyPreview | null>(null)
  const [looking, look] = useTransition()
  const [saving, save] = useTransition()
  const dirty = !same(draft, policy)
  const change = (next: DnePolicy) => {
    setDraft(next)
    setPreview(null)
  }
  const tryOut = () =>
    look(async () => {
      const result = await previewPolicyAction(slug, { policy: draft })
      if (result.ok) setPreview(result.value)
      else toast(result.error.message, { kind: 'failed' })
    })
  const store = () =>
    save(async () => {
      const result = await savePolicyAction(slug, { policy: draft, why: why.trim() })
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      const { actId } = result.value
      toast('The policy is changed; the list follows it', actId ? { undo: () => void undo(slug, actId) } : {})
    })
  return (
    <>
      {FAMILIES.filter(({ id }) => id !== 'unclassified').map((family) => (
        <Card key={family.id} title={family.name} padded={false}>
          <ul>
            {CATEGORIES.filter(({ id }) => familyOf(id) === family.id).map(({ id }) => (
              <RuleEditor
                key={id}
                category={id}
                rule={draft.categories[id]!}
                changed={!same(draft.categories[id], DEFAULT_POLICY.categories[id])}
                mayChange={mayChange}
                onChange={(rule) => change({ ...draft, categories: { ...draft.categories, [id]: rule } })}
              />
            ))}
          </ul>
        </Card>
      ))}
      <Options
        options={draft.options}
        mayChange={mayChange}
        onChange={(options) => change({ ...draft, options })}
      />
      {mayPreview && (
        <Card
          title="What it would have done last month"
          description="Tried on the bounces of the last 30 days; nothing changes"
          actions={
            <Button size="sm" pending={looking} onClick={tryOut}>
              {preview ? 'Try again' : 'Try it'}
            </Button>
          }
        >
          {preview ? (
            <Preview preview={preview} />
          ) : (
            <p className="text-13 text-muted">
              {dirty
                ? 'See what your changes would have done before you save them.'
                : 'See what the policy does.'}
            </p>
          )}
        </Card>
      )}
      {mayChange && dirty && (
        <div
          role="group"
          aria-label="Unsaved changes"
          className="sticky bottom-4 z-10 flex flex-wrap items-end gap-2 rounded-lg border border-border-strong bg-raised p-3 shadow-pop"
        >
          <InputField
            label="Why, for the activity"
            className="min-w-0 flex-1 basis-56"
            maxLength={500}
            value={why}
            onValue={setWhy}
          />
          <Button onClick={() => change(policy)}>Discard</Button>
          <Button variant="primary" pending={saving} onClick={store}>
            Save the policy
          </Button>
        </div>
      )}
    </>
  )
}
