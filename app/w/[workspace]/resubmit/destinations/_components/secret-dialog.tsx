'use client'

import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'

/** The signing secret, shown this once. */
export function SecretDialog({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  return (
    <Dialog
      open={secret !== null}
      onOpenChange={(open) => open || onClose()}
      title="Copy the signing secret now"
      description="It is shown this once. The receiver checks with it that a message comes from Rebound. Lost, it can be replaced by a new one."
      actions={secret && <CopyButton words text={secret} label="Copy the secret" />}
    >
      <code className="rounded-md bg-surface p-3 font-mono text-12 wrap-anywhere">{secret}</code>
    </Dialog>
  )
}
