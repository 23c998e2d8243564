import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { BatchRow } from '@/db/queries/resubmit/list-batches'
import { formatCount } from '@/lib/format'
import { BatchItem } from './batch-item'

interface Props {
  slug: string
  batches: readonly BatchRow[]
  all: number
  zone: string
  quietDays: number
  mayAct: boolean
}

/** The newest batches. */
export function BatchesCard({ slug, batches, all, ...rest }: Props) {
  return (
    <Card
      title="Batches"
      description={`Recovered: ${rest.quietDays} quiet days after the hand-over`}
      actions={
        all > 0 && (
          <ButtonLink href={`/w/${slug}/resubmit/batches`} size="sm" variant="quiet">
            All {formatCount(all)}
          </ButtonLink>
        )
      }
    >
      {batches.length === 0 ? (
        <p className="text-13 text-muted">No batch yet.</p>
      ) : (
        <ul>
          {batches.map((batch) => (
            <BatchItem key={batch.id} slug={slug} batch={batch} {...rest} />
          ))}
        </ul>
      )}
    </Card>
  )
}
