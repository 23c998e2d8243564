'use client'

import { useState, type ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { SegmentedControl } from '@/components/ui/segmented-control'

interface Props {
  title: string
  description: ReactNode
  legend: string
  views: readonly { value: string; label: string; content: ReactNode }[]
  note?: ReactNode
  className?: string
}

/** A card with two views of the same figures and the switch between them. */
export function SwitchedCard({ title, description, legend, views, note, className }: Props) {
  const [shown, setShown] = useState(views[0]?.value ?? '')
  return (
    <Card
      title={title}
      description={description}
      note={note}
      padded={false}
      className={className}
      actions={
        <SegmentedControl size="sm" legend={legend} options={views} value={shown} onValueChange={setShown} />
      }
    >
      {views.find((view) => view.value === shown)?.content}
    </Card>
  )
}
