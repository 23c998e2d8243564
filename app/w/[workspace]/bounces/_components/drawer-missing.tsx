import { EmptyState } from '@/components/ui/empty-state'
import { DrawerFrame } from './drawer-frame'

/** In the drawer's place for a link to a bounce that is gone, or was never here. */
export function DrawerMissing({ bounceKey }: { bounceKey: string }) {
  return (
    <DrawerFrame
      shown={bounceKey}
      pageKeys={[]}
      title="This bounce is not here"
      place={null}
      subtitle=""
      previous={null}
      next={null}
    >
      <EmptyState title="Nothing to show">
        Its import may have been undone, or the link belongs to another workspace.
      </EmptyState>
    </DrawerFrame>
  )
}
