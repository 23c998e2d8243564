'use client'

import { useTransition } from 'react'
import { Button, type ButtonStyle } from '@/components/ui/button'
import { undo } from './undo'

interface Props extends ButtonStyle {
  slug: string
  actId: string
  label?: string
}

/** Takes an act on the list back. */
export function UndoButton({ slug, actId, label = 'Undo', ...style }: Props) {
  const [pending, start] = useTransition()
  return (
    <Button
      {...style}
      pending={pending}
      onClick={() =>
        start(async () => {
          await undo(slug, actId)
        })
      }
    >
      {label}
    </Button>
  )
}
