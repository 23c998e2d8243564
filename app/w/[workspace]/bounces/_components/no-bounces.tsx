import { Inbox } from 'lucide-react'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** The list of a workspace without a single bounce. */
export function NoBounces({ slug, mayImport }: { slug: string; mayImport: boolean }) {
  return (
    <EmptyState
      icon={<Inbox strokeWidth={1.5} aria-hidden />}
      title="No bounces yet"
      actions={
        mayImport && (
          <ButtonLink href={`/w/${slug}/imports`} variant="primary">
            Import a CSV
          </ButtonLink>
        )
      }
    >
      {mayImport
        ? 'Drop the bounce export of your sending tool on the imports page, or load the sample data there.'
        : 'As soon as an operator imports a file, its bounces stand here.'}
    </EmptyState>
  )
}
