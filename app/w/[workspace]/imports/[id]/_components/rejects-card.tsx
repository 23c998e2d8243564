import { Download } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { formatCount, plural } from '@/lib/format'
import type { RejectView } from '@/lib/services/imports/views'
import { REJECT_LABELS } from '../../_components/labels'

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
      <div
        id="rejects"
        tabIndex={0}
        role="region"
        aria-label="Unreadable rows"
        data-inner-focus
        className="overflow-x-auto"
      >
        <table className="w-full min-w-[640px] text-13">
          <caption className="sr-only">Rows that could not be read</caption>
          <thead className="text-left text-12 text-muted">
            <tr>
              <th scope="col" className={`${head} w-16 pl-4 text-right`}>
                Line
              </th>
              <th scope="col" className={`${head} w-36`}>
                Column
              </th>
              <th scope="col" className={head}>
                Value
              </th>
              <th scope="col" className={`${head} w-52`}>
                Why
              </th>
              <th scope="col" className={`${head} w-72 pr-4`}>
                What to do
              </th>
            </tr>
          </thead>
          <tbody>
            {rejects.map((reject) => (
              <tr key={reject.seq} className="align-top hover:bg-hover">
                <td className={`${cell} pl-4 text-right text-muted`}>{formatCount(reject.line)}</td>
                <td className={`${cell} wrap-anywhere`}>
                  {reject.column ?? <span className="text-muted">whole row</span>}
                </td>
                <td className={`${cell} font-mono text-12 leading-5 wrap-anywhere`}>
                  {reject.value || <span className="font-sans text-muted">empty</span>}
                </td>
                <td className={cell}>{REJECT_LABELS[reject.reason].reason}</td>
                <td className={`${cell} pr-4 text-muted`}>{REJECT_LABELS[reject.reason].fix}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

const head = 'h-8 border-b border-border px-2 font-medium'
const cell = 'border-b border-border px-2 py-2 in-[tr:last-child]:border-b-0'
