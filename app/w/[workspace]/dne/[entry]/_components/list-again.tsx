'use client'

import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { addEntriesAction } from '../../actions'
import { undo } from '../../_components/undo'

/** Puts an entry that was taken off back on the list, by hand and for good. */
export function ListAgain({ slug, value, scope }: { slug: string; value: string; scope: string }) {
  const [pending, start] = useTransition()
  const add = () =>
    start(async () => {
      const input = { entries: [value], reason: 'manual' as const }
      const result = await addEntriesAction(slug, scope === 'subdomains' ? { ...input, scope } : input)
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      const { actId } = result.value
      toast(`${value} is on the list`, actId ? { undo: () => void undo(slug, actId) } : {})
    })
  return (
    <Button variant="primary" pending={pending} onClick={add}>
      Put on the list
    </Button>
  )
}
