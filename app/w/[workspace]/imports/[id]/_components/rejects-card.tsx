import { Download } from 'lucide-react'
import { Cell, DataTable, RowHead, TableScroll, type Column } from '@/components/data/data-table'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { formatCount, plural } from '@/lib/format'
import type { RejectView } from '@/lib/services/imports/views'

const COLUMNS: readonly Column[] = [
  { id: 'line', label: 'Line', width: 64, align: 'right' },
  { id: 'column', label: 'Column', width: 116 },
  { id: 'value', label: 'Value' },
  { id: 'problem', label: 'What is wrong, and what to do', width: 272 },
]

interface Props {
  rejects: readonly RejectView[]
  total: number
  /** Where the rows can be downloaded as a CSV to repair. */
  downloadHref: string
}

/** The rows that could not be read: where, which value, why, and what to do. */
export function RejectsCard({ rejects, total, downloadHref }: Props) {
  if (total === 0) return null
  return (
    <Card
      padded={false}
      title={`${plural(total, 'row')} could not be read`}
      description="Download them, correct them, and upload the file: only what you corrected is added."
      actions={
        <a href={downloadHref} download className={buttonClass({ size: 'sm' })}>
          <Download strokeWidth={1.5} aria-hidden />
          Download as CSV
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
