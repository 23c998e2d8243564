'use client'

import { ChartColumn, Table2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'

interface Props {
  title: string
  description?: ReactNode
  chart: ReactNode
  /** The same figures as a real table. */
  table: ReactNode
  actions?: ReactNode
  note?: ReactNode
  padded?: boolean
  /** The table's room, so that switching moves nothing. */
  tableClass?: string
  className?: string
}

/** A card with a chart and its table twin, and the button that switches between them. */
export function ViewAsTable({
  title,
  description,
  chart,
  table,
  actions,
  note,
  padded = false,
  tableClass,
  className,
}: Props) {
  const [asTable, setAsTable] = useState(false)
  const Icon = asTable ? ChartColumn : Table2
  const toggle = (
    <Button variant="quiet" size="sm" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
      <Icon strokeWidth={1.5} aria-hidden />
      <span aria-hidden>{asTable ? 'Chart' : 'Table'}</span>
      <span className="sr-only">View “{title}” as a table</span>
    </Button>
  )
  return (
    <Card
      title={title}
      description={description}
      note={note}
      padded={padded}
      className={className}
      actions={
        <>
          {actions}
          {toggle}
        </>
      }
    >
      {asTable ? (
        <div
          role="group"
          aria-label={title}
          tabIndex={0}
          data-inner-focus
          className={cn('max-h-[420px] overflow-auto', tableClass)}
        >
          {table}
        </div>
      ) : (
        chart
      )}
    </Card>
  )
}
