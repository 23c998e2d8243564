import { CountedLines } from '@/components/dne/counted-lines'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { plural } from '@/lib/format'
import type { ListCounts } from '@/lib/ingest/lists/counts'
import type { FileRow } from '@/lib/services/dne/files/file-row'
import { UndoButton } from '../../_components/undo-button'
import { linesOf } from './list-lines'

/** A list that is on the Do Not Email list: what came of it, and the way back. */
export function ListStored({ slug, file, undone }: { slug: string; file: FileRow; undone: boolean }) {
  const counts = file.counts as ListCounts
  return (
    <Card
      title={
        undone
          ? `${file.name} was undone`
          : `${plural(counts.added, 'entry', 'entries')} added from ${file.name}`
      }
      description={
        undone
          ? 'What it had added is off the list again.'
          : 'None of them gets your mail while the entry stands.'
      }
      className="max-w-xl"
    >
      <CountedLines lines={linesOf(slug, file, counts)} />
      <div className="mt-4 flex flex-wrap gap-2">
        <ButtonLink href={`/w/${slug}/dne?source=file`} variant="primary">
          See the list
        </ButtonLink>
        <ButtonLink href={`/w/${slug}/dne/add`}>Add more</ButtonLink>
        {!undone && file.actId && counts.added > 0 && <UndoButton slug={slug} actId={file.actId} />}
      </div>
    </Card>
  )
}
