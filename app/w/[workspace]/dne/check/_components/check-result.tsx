import { Download } from 'lucide-react'
import { CountedLines } from '@/components/dne/counted-lines'
import { DataTable, Cell, RowHead } from '@/components/data/data-table'
import { ButtonLink, buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { isReason, REASON_NAMES } from '@/lib/dne/entry'
import { formatCount, formatDateTime, plural } from '@/lib/format'
import type { CheckCounts } from '@/lib/ingest/lists/counts'
import type { FileRow } from '@/lib/services/dne/files/file-row'
import { ColumnChoice } from '../../_components/column-choice'
import { DiscardButton } from '../../_components/discard-button'

interface Props {
  slug: string
  zone: string
  file: FileRow
}

/** What a check came to: who may be mailed, who not and why, and what is most likely mistyped. */
export function CheckResult({ slug, zone, file }: Props) {
  const counts = file.counts as CheckCounts
  const base = `/w/${slug}/dne/check`
  const hrefOf = (part: string) => `/api/w/${slug}/dne/files/${file.id}/${part}`
  const out = counts.rows - counts.clean
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3 rounded-lg border border-border px-4 py-3 text-13">
        <p className="min-w-0 flex-1 basis-64">
          <span className="font-medium wrap-anywhere">{file.name}</span>
          <span className="block text-12 text-muted">
            {plural(counts.rows, 'row')}, checked {formatDateTime(new Date(counts.checkedAt), zone)}. The file
            is deleted {formatDateTime(file.expiresAt, zone)}.
          </span>
        </p>
        {file.settings && file.settings.delimiter !== null && file.settings.header.length > 1 && (
          <ColumnChoice
            slug={slug}
            fileId={file.id}
            header={file.settings.header}
            value={file.settings.columns.value ?? 0}
          />
        )}
        <div className="flex flex-wrap gap-2">
          <DiscardButton slug={slug} fileId={file.id} label="Delete now" to={base} />
          <ButtonLink href={base}>Check another</ButtonLink>
        </div>
      </div>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Card title="You can mail these" description="None of them is on the list now">
          <Figure count={counts.clean} />
          {counts.clean > 0 && (
            <DownloadLink href={hrefOf('clean')} primary>
              Download {plural(counts.clean, 'clean row')}
            </DownloadLink>
          )}
        </Card>
        <Card title="Leave these out" description="Listed, resting, or without a readable address">
          <Figure count={out} />
          {out > 0 && (
            <>
              <CountedLines lines={linesOf(counts)} />
              <DownloadLink href={hrefOf('listed')}>Download with the reason for each</DownloadLink>
            </>
          )}
        </Card>
      </div>
      {counts.typos.length > 0 && <Typos counts={counts} />}
      <p className="text-12 text-muted">
        Every row is checked again while you download: nobody who was listed meanwhile is among the clean
        ones.
      </p>
    </>
  )
}

function Figure({ count }: { count: number }) {
  return <p className="text-30 font-semibold">{formatCount(count)}</p>
}

function DownloadLink({
  href,
  primary,
  children,
}: {
  href: string
  primary?: boolean
  children: React.ReactNode
}) {
  return (
    <a
      href={href}
      download
      className={buttonClass(
        { variant: primary ? 'primary' : 'default', size: 'lg' },
        'mt-3 h-auto min-h-9 w-full py-1.5 whitespace-normal',
      )}
    >
      <Download strokeWidth={1.5} aria-hidden />
      {children}
    </a>
  )
}

function linesOf({ byReason, resting, unreadable }: CheckCounts) {
  const reasons = Object.entries(byReason)
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, count]) => ({ label: isReason(reason) ? REASON_NAMES[reason] : reason, count }))
  return [
    ...reasons,
    ...(resting > 0
      ? [{ label: 'Of these, resting on a hold', count: resting, aside: 'free again later' }]
      : []),
    ...(unreadable > 0 ? [{ label: 'No readable address', count: unreadable }] : []),
  ]
}

function Typos({ counts }: { counts: CheckCounts }) {
  return (
    <Card
      title={`${plural(counts.typoRows, 'address', 'addresses')} most likely mistyped`}
      description="The files name the address that was most likely meant; nothing is changed by itself"
      padded={false}
    >
      <DataTable
        caption="Mistyped domains"
        columns={[
          { id: 'from', label: 'In the file' },
          { id: 'to', label: 'Most likely meant' },
          { id: 'count', label: 'Rows', width: 90, align: 'right' },
        ]}
        className="[&_tr>:first-child]:pl-4 [&_tr>:last-child]:pr-4"
      >
        {counts.typos.map(({ from, to, count }) => (
          <tr key={from}>
            <RowHead className="truncate font-mono text-12">{from}</RowHead>
            <Cell className="truncate font-mono text-12">{to}</Cell>
            <Cell num>{formatCount(count)}</Cell>
          </tr>
        ))}
      </DataTable>
    </Card>
  )
}
