import { FileQuestionMark } from 'lucide-react'
import { BackToOverview } from '@/components/shell/back-to-overview'
import { EmptyState } from '@/components/ui/empty-state'

export default function NotFound() {
  return (
    <main id="main" className="min-w-0 px-6 py-4">
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={<FileQuestionMark strokeWidth={1.5} aria-hidden />}
        title="This does not exist, or not in this workspace"
        actions={<BackToOverview />}
      >
        It may have been removed, or the address is mistyped.
      </EmptyState>
    </main>
  )
}
