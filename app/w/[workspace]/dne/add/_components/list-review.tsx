import { CountedLines } from '@/components/dne/counted-lines'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { REASON_NAMES } from '@/lib/dne/entry'
import { formatBytes, formatCount } from '@/lib/format'
import type { ListCounts } from '@/lib/ingest/lists/counts'
import { listFormatName } from '@/lib/ingest/lists/detect'
import { LIST_REASONS } from '@/lib/ingest/lists/types'
import type { FileRow } from '@/lib/services/dne/files/file-row'
import { ColumnChoice } from '../../_components/column-choice'
import { DiscardButton } from '../../_components/discard-button'
import { ChoicesForm } from './choices-form'
import { linesOf } from './list-lines'
import { StoreButton } from './store-button'

interface Props {
  slug: string
  /** Day (YYYY-MM-DD) of the chosen end, in the workspace's zone. */
  untilDay: string
  today: string
  file: FileRow
}

/** A list that was read to its end: how it is read, what it would change, and the button that changes it. */
export function ListReview({ slug, untilDay, today, file }: Props) {
  const counts = file.counts as ListCounts
  const settings = file.settings!
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
      <div className="grid min-w-0 gap-4">
        <Card
          title="How this file is read"
          description="Read from the first to the last row; nothing is stored yet"
        >
          <DescriptionList
            items={[
              { term: 'File', value: file.name },
              { term: 'Size', value: formatBytes(file.size) },
              { term: 'Format', value: listFormatName(settings) },
            ]}
          />
          {settings.delimiter !== null && settings.header.length > 1 && !settings.everyCell && (
            <div className="mt-3 max-w-xs">
              <ColumnChoice
                slug={slug}
                fileId={file.id}
                header={settings.header}
                value={settings.columns.value ?? 0}
              />
            </div>
          )}
          {settings.format.endsWith('_bounces') && (
            <Notice className="mt-3">
              This is a list of bounces. Imported on the Imports page, it also tells why each one bounced.
            </Notice>
          )}
        </Card>
        <Card
          title="Where the file does not say it"
          description="Entries that name no reason, note or end of their own get these"
        >
          <ChoicesForm
            slug={slug}
            fileId={file.id}
            choices={file.choices}
            untilDay={untilDay}
            today={today}
          />
        </Card>
      </div>
      <section
        aria-labelledby="will-happen"
        className="rounded-lg border border-border bg-canvas p-4 pt-3 max-lg:order-first lg:sticky lg:top-4"
      >
        <h2 id="will-happen" className="mb-1 text-14 font-semibold">
          What will happen
        </h2>
        <p className="flex items-baseline gap-x-2">
          <span className="text-30 font-semibold">{formatCount(counts.added)}</span>
          <span className="text-muted">new {counts.added === 1 ? 'entry' : 'entries'}</span>
        </p>
        <CountedLines lines={linesOf(slug, file, counts)} />
        <ByReason counts={counts} />
        <div className="mt-4 grid gap-2">
          {counts.added > 0 && <StoreButton slug={slug} fileId={file.id} count={counts.added} />}
          <DiscardButton slug={slug} fileId={file.id} label="Cancel" to={`/w/${slug}/dne/add`} size="lg" />
        </div>
        <p className="mt-2 text-center text-12 text-muted">
          {counts.added > 0 ? 'Can be undone exactly' : 'There is nothing new in this file.'}
        </p>
      </section>
    </div>
  )
}

function ByReason({ counts }: { counts: ListCounts }) {
  const lines = LIST_REASONS.filter((reason) => (counts.byReason[reason] ?? 0) > 0).map((reason) => ({
    label: REASON_NAMES[reason],
    count: counts.byReason[reason] ?? 0,
  }))
  if (lines.length === 0) return null
  return (
    <>
      <h3 className="mt-3 text-13 font-semibold">Reasons in the file</h3>
      <CountedLines
        lines={
          counts.domains > 0 ? [...lines, { label: 'Of these, whole domains', count: counts.domains }] : lines
        }
      />
    </>
  )
}
