'use client'

import { useState } from 'react'
import { CategoryLabel } from '@/components/data/category-label'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { plural } from '@/lib/format'
import type { PreviewRow } from '@/lib/services/imports/views'
import { REJECT_LABELS, SKIP_BADGES } from '../../_components/labels'

const SHOWN = 11

/** The first rows of the file as they would be stored. */
export function PreviewCard({ rows }: { rows: readonly PreviewRow[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, SHOWN)
  return (
    <Card
      padded={false}
      title="First rows, as they will be classified"
      description={
        all || rows.length <= SHOWN ? plural(rows.length, 'row') : `${SHOWN} of ${rows.length} shown`
      }
      actions={
        rows.length > SHOWN && (
          <Button size="sm" variant="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? `Show ${SHOWN}` : `Show ${rows.length}`}
          </Button>
        )
      }
    >
      <div tabIndex={0} role="region" aria-label="First rows" data-inner-focus className="overflow-x-auto">
        <table className="w-full min-w-[760px] table-fixed text-13">
          <caption className="sr-only">The first rows and what becomes of each</caption>
          <colgroup>
            <col className="w-14" />
            <col className="w-[212px]" />
            <col className="w-20" />
            <col className="w-[150px]" />
            <col />
            <col className="w-[124px]" />
          </colgroup>
          <thead className="text-12 text-muted">
            <tr>
              <Head className="pl-4 text-right">Line</Head>
              <Head>Recipient</Head>
              <Head>Account</Head>
              <Head>Category</Head>
              <Head>Reply</Head>
              <Head className="pr-4">Result</Head>
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <Row key={`${row.line}/${i}`} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function Head({ children, className = '' }: { children: string; className?: string }) {
  return (
    <th scope="col" className={`h-8 border-b border-border px-2 text-left font-medium ${className}`}>
      {children}
    </th>
  )
}

const cell = 'h-9 truncate border-b border-border px-2 in-[tr:last-child]:border-b-0'

function Row({ row }: { row: PreviewRow }) {
  const read = row.result === 'new' || row.result === 'known' ? row : null
  const value = row.result === 'rejected' ? row.value : ''
  return (
    <tr className="hover:bg-hover">
      <td className={`${cell} pl-4 text-right text-muted`}>{row.line}</td>
      <th scope="row" className={`${cell} text-left font-medium`} title={read?.recipient ?? value}>
        {read?.recipient ?? (value || <None />)}
      </th>
      <td className={`${cell} text-muted`} title={read?.account}>
        {read?.account ? `${read.account.split('@')[0]}@` : <None />}
      </td>
      <td className={cell}>{read ? <CategoryLabel category={read.category} short /> : <None />}</td>
      <td className={`${cell} font-mono text-12 text-muted`} title={read?.diagnostic}>
        {read?.diagnostic || <None />}
      </td>
      <td className={`${cell} pr-4`}>
        <Outcome row={row} />
      </td>
    </tr>
  )
}

function Outcome({ row }: { row: PreviewRow }) {
  if (row.result === 'new') return 'New'
  if (row.result === 'known') return <Badge>Known</Badge>
  if (row.result === 'skipped') return <Badge>{SKIP_BADGES[row.why]}</Badge>
  return (
    <Badge tone="warning" title={REJECT_LABELS[row.reason].reason}>
      Unreadable
    </Badge>
  )
}

function None() {
  return (
    <span className="text-muted">
      <span aria-hidden>—</span>
      <span className="sr-only">none</span>
    </span>
  )
}
