import Link from 'next/link'
import { Cell, DataTable, RowHead, TableScroll, type Column } from '@/components/data/data-table'
import { Badge } from '@/components/ui/badge'
import { Progress } from '@/components/ui/progress'
import { formatBytes, formatCount, formatDateTime, formatStamp } from '@/lib/format'
import type { ImportSummary } from '@/lib/services/imports/views'
import { StateBadge } from './state-badge'

const COLUMNS: readonly Column[] = [
  { id: 'file', label: 'File' },
  { id: 'state', label: 'State', width: 168 },
  { id: 'rows', label: 'Rows', width: 96, align: 'right' },
  { id: 'new', label: 'New bounces', width: 112, align: 'right' },
  { id: 'size', label: 'Size', width: 92, align: 'right' },
  { id: 'who', label: 'By', width: 148 },
  { id: 'when', label: 'When', width: 124 },
]

interface Props {
  /** `/w/acme/imports`. */
  base: string
  imports: readonly ImportSummary[]
  timeZone: string
}

/** The imports of a workspace, newest first. */
export function ImportsTable({ base, imports, timeZone }: Props) {
  return (
    <TableScroll label="Imports">
      <DataTable cards caption="Imports, newest first" columns={COLUMNS} className="sm:min-w-[860px]">
        {imports.map((each) => (
          <tr key={each.id}>
            <RowHead title={each.fileName}>
              <Link href={`${base}/${each.id}`} className="hover-line">
                {each.fileName}
              </Link>
              {each.origin === 'sample' && <Badge className="ml-2">Sample data</Badge>}
            </RowHead>
            <Cell card="corner">
              <State of={each} />
            </Cell>
            <Figure value={each.counts?.records} label="rows" />
            <Figure value={each.counts?.new} label="new" />
            <Cell num card="hide" className="text-muted">
              {formatBytes(each.size)}
            </Cell>
            <Cell card="hide" className="text-muted">
              {each.createdByName ?? 'Command line'}
            </Cell>
            <Cell className="text-muted" title={formatDateTime(each.createdAt, timeZone)}>
              {formatStamp(each.createdAt, timeZone)}
            </Cell>
          </tr>
        ))}
      </DataTable>
    </TableScroll>
  )
}

function Figure({ value, label }: { value: number | undefined; label: string }) {
  if (value === undefined) return <Cell card="hide" />
  return (
    <Cell num cardLabel={label} className="max-sm:text-left">
      {formatCount(value)}
    </Cell>
  )
}

function State({ of: { state, progress, unreadable } }: { of: ImportSummary }) {
  if (unreadable) return <Badge tone="critical">Can’t be read</Badge>
  if (!progress) return <StateBadge state={state} />
  return (
    <span className="flex items-center gap-2">
      <StateBadge state={state} />
      <Progress label="Progress" value={progress.done} max={progress.total} className="w-14" />
    </span>
  )
}
