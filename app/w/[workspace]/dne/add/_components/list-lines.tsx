import type { CountedLine } from '@/components/dne/counted-lines'
import type { ListCounts } from '@/lib/ingest/lists/counts'
import type { FileRow } from '@/lib/services/dne/files/file-row'

/** Added, already there, unreadable: the summary of a list. */
export function linesOf(slug: string, file: FileRow, counts: ListCounts): CountedLine[] {
  return [
    { label: 'Added', count: counts.added, strong: true },
    { label: 'Already there', count: counts.known },
    {
      label: 'Unreadable',
      count: counts.unreadable,
      aside: counts.unreadable > 0 && (
        <a href={`/api/w/${slug}/dne/files/${file.id}/unreadable`} download className="link">
          download
        </a>
      ),
    },
    ...(counts.leftOut > 0
      ? [{ label: 'Left out', count: counts.leftOut, aside: 'ask for nothing, or are over' }]
      : []),
    { label: 'Rows in the file', count: counts.rows },
  ]
}
