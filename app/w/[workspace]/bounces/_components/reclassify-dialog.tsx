'use client'

import { Tags } from 'lucide-react'
import { useState, useTransition } from 'react'
import { categoryName } from '@/components/data/category-label'
import { Button, type ButtonStyle } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { SelectField } from '@/components/ui/labelled'
import { RadioCards } from '@/components/ui/radio-cards'
import { toast } from '@/components/ui/toast'
import { categoriesOf, FAMILIES } from '@/lib/bounce/families'
import { formatCount, plural } from '@/lib/format'
import type { ReclassifyInput } from '@/lib/services/replies/reclassify'
import { reclassifyAction, undoReclassificationAction } from '../actions'

type Scope = ReclassifyInput['scope']

export interface Target {
  scope: Scope
  count: number
  /** Of a single bounce; left out of the choice. */
  category?: string
  /** The reply of a single bounce and how many bounces have it. */
  reply?: { templateId: string; count: number }
}

interface Props extends ButtonStyle {
  slug: string
  target: Target
  onDone?: () => void
}

/** Opens the dialog that puts bounces into another category. */
export function ReclassifyButton({ slug, target, onDone, ...style }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button {...style} onClick={() => setOpen(true)}>
        <Tags strokeWidth={1.5} aria-hidden />
        Reclassify
      </Button>
      {open && (
        <ReclassifyDialog slug={slug} target={target} onClose={() => setOpen(false)} onDone={onDone} />
      )}
    </>
  )
}

function ReclassifyDialog({ slug, target, onClose, onDone }: Props & { onClose: () => void }) {
  const [category, setCategory] = useState('')
  const [reach, setReach] = useState<'one' | 'reply'>('one')
  const [pending, start] = useTransition()
  const { reply } = target
  const whole = reply && reach === 'reply'
  const count = whole ? reply.count : target.count
  const scope: Scope = whole ? { kind: 'reply', templateId: reply.templateId } : target.scope
  const move = () =>
    start(async () => {
      const result = await reclassifyAction(slug, { category, scope } as ReclassifyInput)
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      onClose()
      onDone?.()
      toast(`${plural(result.value.count, 'bounce')} moved to ${categoryName(category)}`, {
        undo: () => undo(slug, result.value.id),
      })
    })
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={target.category ? 'Reclassify this bounce' : `Reclassify ${plural(target.count, 'bounce')}`}
      description="Hard or soft follows the category, and every chart follows at once."
      confirm={`Move ${plural(count, 'bounce')}`}
      disabled={category === ''}
      pending={pending}
      onConfirm={move}
    >
      <SelectField label="New category" required value={category} onValue={setCategory}>
        <option value="">Choose a category</option>
        {FAMILIES.map((family) => (
          <Options key={family.id} family={family} except={target.category} />
        ))}
      </SelectField>
      {reply && (
        <RadioCards
          legend="Which bounces"
          name="reach"
          value={reach}
          onValueChange={(value) => setReach(value === 'reply' ? 'reply' : 'one')}
          options={[
            { value: 'one', label: 'Only this one', hint: 'Others with the same reply stay where they are.' },
            {
              value: 'reply',
              label: `All ${formatCount(reply.count)} with the same reply`,
              hint: 'Now, and every one that comes from now on.',
            },
          ]}
        />
      )}
    </ConfirmDialog>
  )
}

function Options({ family, except }: { family: (typeof FAMILIES)[number]; except?: string }) {
  const ids = family.id === 'unclassified' ? ['unclassified'] : categoriesOf(family.id).map((each) => each.id)
  return (
    <optgroup label={family.name}>
      {ids
        .filter((id) => id !== except)
        .map((id) => (
          <option key={id} value={id}>
            {categoryName(id)}
          </option>
        ))}
    </optgroup>
  )
}

async function undo(slug: string, id: string) {
  const result = await undoReclassificationAction(slug, { id })
  if (result.ok) toast(`${plural(result.value.count, 'bounce')} moved back`)
  else toast(result.error.message, { kind: 'failed' })
}
