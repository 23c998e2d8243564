import { Notice } from '@/components/ui/notice'
import type { Failure } from '@/lib/result'

/** Why a form was not taken; silent where its fields say it themselves. */
export function FailureNotice({ failure }: { failure: Failure | null }) {
  if (!failure || failure.fields) return null
  return (
    <Notice kind="critical" live>
      {failure.message}
    </Notice>
  )
}
