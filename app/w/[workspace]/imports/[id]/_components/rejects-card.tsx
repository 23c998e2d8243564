import { Download } from 'lucide-react'
import { Cell, DataTable, RowHead, TableScroll, type Column } from '@/components/data/data-table'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { formatCount, plural } from '@/lib/format'
import type { Format } from '@/lib/ingest/formats/format'
import type { RejectView } from '@/lib/services/imports/views'

const COLUMNS: readonly Column[] = [
  { id: 'line', label: 'Line', width: 64, align: 'right' },
  { id: 'column', label: 'Column', width: 116 },
  { id: 'value', label: 'Value' },
  { id: 'problem', label: 'What is wrong, and what to do', width: 272 },
]

type Kind = Format['kind']

/** How each kind of file comes back to be repaired. */
const WORDS: Record<Kind, { what: readonly [string, string]; repair: string; download: string }> = {
  table: {
    what: ['row', 'rows'],
    repair: 'Download them, correct them, and upload the file: only what you corrected is added.',
    download: 'Download as CSV',
  },
  lines: {
    what: ['line', 'lines'],
    repair:
      'Download them, correct them, and upload the file: only what you corrected is added. Each line stands below its reason.',
    download: 'Download as a log',
  },
  mail: {
    what: ['mail', 'mails'],
    repair:
      'Download them, correct them in a text editor, and upload the file: only what you corrected is added. Each mail has its reason in the header X-Rebound-Reason, and ends after 64 kB.',
    download: 'Download as mbox',
  },
}

interface Props {
  rejects: readonly RejectView[]
  total: number
  /** Where they can be downloaded to repair. */
  downloadHref: string
  kind: Kind
}

/** The rows that could not be read: where, which value, why, and what to do. */
export function RejectsCard({ rejects, total, downloadHref, kind }: Props) {
  if (total === 0) return null
  const { what, repair, download } = WORDS[kind]
  return (
    <Card
      padded={false}
      title={`${plural(total, ...what)} could not be read`}
      description={repair}
      actions={
        <a href={downloadHref} download className={buttonClass({ size: 'sm' })}>
          <Download strokeWidth={1.5} aria-hidden />
          {download}
        </a>
      }
      note={
        rejects.length < total
          ? `The first ${formatCount(rejects.length)} of ${formatCount(total)}. The download has all.`
          : undefined
      }
    >
      <TableScroll label="Unreadable rows">
        <DataTable cards caption="Rows that could not be read" columns={COLUMNS} className="sm:min-w-[580px]">
          {rejects.map((reject) => (
            <tr key={reject.seq}>
              <Cell num card="corner" className="text-muted">
                <span className="sr-only">Line </span>
                {formatCount(reject.line)}
              </Cell>
              <Cell>{reject.column ?? <span className="text-muted">whole row</span>}</Cell>
              <RowHead className="font-mono text-12" title={reject.value}>
                {reject.value || <span className="font-sans text-muted">empty</span>}
              </RowHead>
              <Cell card="wide" className="py-2 whitespace-normal text-muted">
                {reject.problem}
              </Cell>
            </tr>
          ))}
        </DataTable>
      </TableScroll>
    </Card>
  )
}
