'use client'

import { useState, type ComponentProps } from 'react'
import { categoryName } from '@/components/data/category-label'
import { Button, type ButtonStyle } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { plural } from '@/lib/format'
import { FixForm } from './fix-form'

type Props = ButtonStyle & Omit<ComponentProps<typeof FixForm>, 'onDone'>

/** Marks a cause as fixed from wherever one of its bounces stands. */
export function MarkFixedButton({ slug, row, zone, city, now, ...style }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button {...style} onClick={() => setOpen(true)}>
        Mark as fixed
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Mark as fixed"
        description={`${categoryName(row.category)} at ${row.account || 'the unknown account'}: ${plural(row.contacts, 'contact')} ${row.contacts === 1 ? 'waits' : 'wait'}. Whoever bounced on it before becomes ready.`}
      >
        <FixForm slug={slug} row={row} zone={zone} city={city} now={now} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}
