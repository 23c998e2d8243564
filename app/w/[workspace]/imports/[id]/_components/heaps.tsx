import { formatCount, plural } from '@/lib/format'
import { total, type ImportCounts } from '@/lib/ingest/counts'
import type { FormatId } from '@/lib/ingest/formats/ids'
import type { SkipReason } from '@/lib/ingest/types'
import type { ReactNode } from 'react'
import { SKIP_LABELS } from '../../_components/labels'
import { sumWords } from './read-words'

interface Heap {
  label: string
  detail?: ReactNode
  count: number
  /** Class of its mark and its part of the bar. */
  tone: string
}

function skippedDetail(skipped: ImportCounts['skipped']): string {
  return Object.entries(skipped)
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([why, count]) => plural(count, ...SKIP_LABELS[why as SkipReason]))
    .join(', ')
}

function heapsOf(counts: ImportCounts, stored: boolean, rejects: ReactNode): Heap[] {
  return [
    { label: stored ? 'Imported' : 'New', count: counts.new, tone: 'bg-text' },
    { label: 'Already known', count: counts.known, tone: 'bg-border-strong' },
    {
      label: 'Not bounces',
      detail: skippedDetail(counts.skipped),
      count: total(counts.skipped),
      tone: 'bg-border-strong/50',
    },
    { label: 'Unreadable', detail: rejects, count: total(counts.rejected), tone: 'bg-family-limits' },
  ]
}

interface Props {
  counts: ImportCounts
  /** Whether the new bounces are stored by now. */
  stored: boolean
  format: FormatId
  /** Link to the unreadable rows, where there are any. */
  rejects?: ReactNode
}

/** Where everything in the file goes: four heaps that add up to its rows, or its recipients where rows name several. */
export function Heaps({ counts, stored, format, rejects }: Props) {
  const heaps = heapsOf(counts, stored, rejects)
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <span className="text-30 font-semibold">{formatCount(counts.new)}</span>
        <span className="text-muted">
          {stored ? '' : 'new '}
          {counts.new === 1 ? 'bounce' : 'bounces'}
          {stored ? ' imported' : ''}
        </span>
      </p>
      <div
        role="img"
        aria-label={`${formatCount(counts.new)} of ${plural(counts.rows, 'row')} ${stored ? 'imported' : 'new'}`}
        className="mt-2 flex h-2 gap-0.5"
      >
        {heaps
          .filter((heap) => heap.count > 0)
          .map((heap) => (
            <i
              key={heap.label}
              className={`keep-color min-w-[3px] first:rounded-l-xs last:rounded-r-xs ${heap.tone}`}
              style={{ flexGrow: heap.count }}
            />
          ))}
      </div>
      <Lines>
        {heaps.map((heap) => (
          <Line
            key={heap.label}
            term={
              <>
                <span aria-hidden className={`keep-color size-2 shrink-0 rounded-xs ${heap.tone}`} />
                {heap.label}{' '}
                {heap.count > 0 && heap.detail && <small className="text-12 text-muted">{heap.detail}</small>}
              </>
            }
            count={heap.count}
          />
        ))}
        <Line term={<span className="text-muted">{sumWords(counts, format)}</span>} count={counts.rows} />
      </Lines>
    </>
  )
}

/** Terms with figures, a hairline between them. */
export function Lines({ children }: { children: ReactNode }) {
  return <dl className="mt-2 text-13">{children}</dl>
}

export function Line({ term, count }: { term: ReactNode; count: ReactNode }) {
  return (
    <div className="flex items-center gap-2 border-b border-border py-[5px] last:border-b-0">
      <dt className="flex min-w-0 flex-wrap items-center gap-x-2">{term}</dt>
      <dd className="ml-auto font-medium whitespace-nowrap">
        {typeof count === 'number' ? formatCount(count) : count}
      </dd>
    </div>
  )
}
