import { formatBytes } from '@/lib/format'
import type { ImportState } from '@/db/schema'
import { Facts } from './facts'
import { ImportHead } from './import-head'
import { readWords } from './read-words'
import { Running } from './running'
import { importsBase, type StateProps } from './state-props'

const HEADS: Partial<
  Record<ImportState, { title: string; description: string; step?: 'Dry run' | 'Import' }>
> = {
  staging: {
    title: 'Dry run',
    description: 'Reading the file from the first to the last row. Nothing is stored yet.',
    step: 'Dry run',
  },
  importing: { title: 'Importing', description: 'Charts and lists follow as it goes on.', step: 'Import' },
  undoing: { title: 'Undoing', description: 'Its bounces leave every list and chart.' },
}

const SAMPLE = {
  title: 'Loading sample data',
  description: 'A made-up quarter of a sales team, read and stored like any file.',
}

/** An import that a worker is at: the dry run, the import, the undo. */
export function RunningPage({ ctx, details, mayUpload }: StateProps) {
  const sample = details.origin === 'sample' && details.state !== 'undoing'
  const head = sample ? SAMPLE : HEADS[details.state]!
  return (
    <>
      <ImportHead base={importsBase(ctx)} fileName={details.fileName} {...head} />
      <Facts
        items={[
          { term: 'File', value: details.fileName },
          { term: 'Size', value: formatBytes(details.size) },
          { term: 'Format', value: details.formatLabel },
          ...(details.counts
            ? [{ term: 'In the file', value: readWords(details.counts, details.settings.format) }]
            : []),
        ]}
      />
      <div className="mt-4 max-w-[720px]">
        <Running
          workspace={ctx.workspace.slug}
          importId={details.id}
          state={details.state}
          progress={details.progress}
          cancellable={mayUpload && details.can.cancel}
        />
      </div>
    </>
  )
}
