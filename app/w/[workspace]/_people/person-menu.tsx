'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { UserRound } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { InputField } from '@/components/ui/labelled'
import { Menu, MenuItem } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast-store'
import { plural } from '@/lib/format'
import type { PersonInput } from '@/lib/services/people/person'
import { erasePersonAction, exportPersonAction } from './actions'

interface Props {
  slug: string
  who: PersonInput
  /** As it is shown on the page. */
  address: string
  /** Where to go once nobody is here any more; absent: the page is loaded anew. */
  after?: string
}

/** What an admin does for a person who asks: give them what is kept, or erase them. */
export function PersonMenu({ slug, who, address, after }: Props) {
  const [asking, setAsking] = useState(false)
  const [pending, start] = useTransition()
  const give = () =>
    start(async () => {
      const made = await exportPersonAction(slug, { who })
      if (made.ok) save(made.value.fileName, made.value.content)
      else toast(made.error.message, { kind: 'failed' })
    })
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button size="sm" variant="quiet" pending={pending}>
            <UserRound strokeWidth={1.5} aria-hidden />
            Person
          </Button>
        }
      >
        <MenuItem onSelect={give}>Export what is kept</MenuItem>
        <MenuItem onSelect={() => setAsking(true)}>Erase…</MenuItem>
      </Menu>
      <EraseDialog
        slug={slug}
        who={who}
        address={address}
        after={after}
        open={asking}
        onOpenChange={setAsking}
      />
    </>
  )
}

interface EraseProps extends Props {
  open: boolean
  onOpenChange: (open: boolean) => void
}

function EraseDialog({ slug, who, address, after, open, onOpenChange }: EraseProps) {
  const router = useRouter()
  const [why, setWhy] = useState('')
  const [pending, start] = useTransition()
  const erase = () =>
    start(async () => {
      const erased = await erasePersonAction(slug, { who, why })
      if (!erased.ok) return void toast(erased.error.message, { kind: 'failed' })
      const { bounces, files } = erased.value
      const gone = files > 0 ? ` ${plural(files, 'waiting file')} with this address went too.` : ''
      toast(
        `Erased. ${plural(bounces, 'bounce')} still ${bounces === 1 ? 'counts' : 'count'}, without a name.${gone}`,
      )
      onOpenChange(false)
      if (after) router.push(after)
      else router.refresh()
    })
  return (
    <ConfirmDialog
      title="Erase this person?"
      description={`${address}, the name and what replies said of them go from everywhere. Their bounces still count, and they stay off every list and hand-over. Nothing undoes it.`}
      confirm="Erase for good"
      pending={pending}
      onConfirm={erase}
      open={open}
      onOpenChange={onOpenChange}
    >
      <InputField
        label="Why (optional)"
        value={why}
        maxLength={500}
        onValue={setWhy}
        hint="Stands in the activity, without addresses."
      />
    </ConfirmDialog>
  )
}

function save(name: string, content: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
