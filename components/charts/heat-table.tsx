'use client'

import Link from 'next/link'
import type { Family } from '@/lib/bounce/types'
import { formatCount } from '@/lib/format'
import { cn } from '@/components/ui/cn'
import { narrowed } from './narrowed'

export interface HeatColumn {
  id: string
  name: string
  family: Family
}

export interface HeatRow {
  name: string
  /** The rows of all columns; a cell narrows it. */
  href: string
  /** In the order of the columns. */
  counts: readonly number[]
  all: number
}

interface Props {
  caption: string
  /** What the columns are. */
  by: 'family' | 'category'
  columns: readonly HeatColumn[]
  rows: readonly HeatRow[]
  totals: readonly number[]
  /** Many columns: their names stand upright. */
  upright?: boolean
}

const STEPS = [1, 10, 50, 100, 200]

/** How strongly a count colours its cell, 0 to 5. */
export function heatStep(count: number): number {
  return STEPS.filter((from) => count >= from).length
}

/** Accounts by cause; the more bounces, the stronger the family's colour. Every cell leads to its rows. */
export function HeatTable({ caption, by, columns, rows, totals, upright }: Props) {
  return (
    <div
      role="group"
      aria-label={caption}
      tabIndex={0}
      data-inner-focus
      className="overflow-x-auto px-4 pt-1 pb-3"
    >
      <table className={cn('w-full table-fixed text-13', upright ? 'min-w-[840px]' : 'min-w-[496px]')}>
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          <col style={{ width: 124 }} />
          {columns.map((column) => (
            <col key={column.id} style={!upright && column.name.length > 10 ? { width: 76 } : undefined} />
          ))}
          <col style={{ width: upright ? 60 : 54 }} />
        </colgroup>
        <thead>
          <tr className="text-12 text-muted">
            <th scope="col" className="sticky left-0 z-1 h-7 bg-canvas text-left align-bottom font-medium">
              Account
            </th>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cn('px-px text-right align-bottom font-medium', !upright && 'pr-1')}
              >
                {upright ? (
                  <span className="mx-auto block h-32 rotate-180 truncate py-1 text-left [writing-mode:vertical-rl]">
                    {column.name}
                  </span>
                ) : (
                  column.name
                )}
              </th>
            ))}
            <th scope="col" className="pr-[9px] text-right align-bottom font-medium">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row" className="sticky left-0 z-1 truncate bg-canvas pr-2 text-left font-medium">
                <Link href={row.href} prefetch={false} className="hover-line">
                  {row.name}
                </Link>
              </th>
              {row.counts.map((count, i) => (
                <td key={columns[i]?.id} className="h-8 p-px">
                  <Link
                    href={narrowed(row.href, by, columns[i]?.id ?? '')}
                    prefetch={false}
                    data-inner-focus
                    className={cn(
                      `heat-cell heat-${heatStep(count)} family-${columns[i]?.family}`,
                      upright && 'heat-tight',
                      count === 0 && 'text-muted',
                    )}
                  >
                    {formatCount(count)}
                  </Link>
                </td>
              ))}
              <td className="pr-[9px] text-right font-semibold">{formatCount(row.all)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold">
            <th scope="row" className="sticky left-0 z-1 h-8 bg-canvas text-left font-semibold">
              All
            </th>
            {totals.map((n, i) => (
              <td
                key={columns[i]?.id ?? 'all'}
                className={cn('text-right', upright && i < columns.length ? 'px-1 text-12' : 'pr-[9px]')}
              >
                {formatCount(n)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
