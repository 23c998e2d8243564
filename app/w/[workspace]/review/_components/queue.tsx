'use client'

import { useRef, useState, useTransition } from 'react'
import { categoryName } from '@/components/data/category-label'
import { useShortcuts } from '@/components/shell/shortcuts'
import { toast } from '@/components/ui/toast'
import { plural } from '@/lib/format'
import { decideAction, undoAction } from '../actions'
import { ReplyCard, type Waiting } from './reply-card'

interface Props {
  slug: string
  replies: Waiting[]
  mayDecide: boolean
}

/** The queue, by mouse or by keys: j and k walk, 1 and 2 take a guess, c goes to the choice. */
export function Queue({ slug, replies, mayDecide }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState(0)
  const [pending, start] = useTransition()
  const [deciding, setDeciding] = useState('')
  const here = Math.min(at, replies.length - 1)
  const go = (to: number) => {
    const next = Math.max(0, Math.min(replies.length - 1, to))
    setAt(next)
    list.current?.querySelectorAll<HTMLElement>('[data-reply]')[next]?.focus()
  }
  const decide = ({ templateId }: Waiting, category: string) => {
    if (pending) return
    setDeciding(templateId)
    start(async () => {
      const result = await decideAction(slug, { templateId, category })
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      const { id, count } = result.value
      const said =
        category === 'unclassified'
          ? 'Left unclassified'
          : `${plural(count, 'bounce')} moved to ${categoryName(category)}`
      toast(said, { undo: () => undo(slug, id) })
    })
  }
  const take = (n: number) => {
    const reply = replies[here]
    const category = reply?.guesses[n]
    if (mayDecide && reply && category) decide(reply, category)
  }
  useShortcuts({
    j: () => go(here + 1),
    k: () => go(here - 1),
    '1': () => take(0),
    '2': () => take(1),
    c: () =>
      list.current?.querySelectorAll<HTMLElement>('[data-reply]')[here]?.querySelector('select')?.focus(),
  })
  return (
    <ul ref={list} className="grid min-w-0 gap-3" aria-label="Replies to classify">
      {replies.map((reply, i) => (
        <ReplyCard
          key={reply.templateId}
          slug={slug}
          reply={reply}
          current={i === here}
          mayDecide={mayDecide}
          pending={pending && deciding === reply.templateId}
          onFocus={() => setAt(i)}
          onDecide={(category) => decide(reply, category)}
        />
      ))}
    </ul>
  )
}

async function undo(slug: string, id: string) {
  const result = await undoAction(slug, { id })
  if (result.ok) toast(`${plural(result.value.count, 'bounce')} moved back`)
  else toast(result.error.message, { kind: 'failed' })
}
