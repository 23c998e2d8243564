'use client'

import { useOpenBounce } from './use-open-bounce'
import { VerdictButton } from './verdict-button'

interface Props {
  slug: string
  bounceKey: string
  account: string
}

/** What a person can say of one report that may be forged; what is set aside leaves the list, so the drawer closes. */
export function DrawerVerdicts({ slug, bounceKey, account }: Props) {
  const { close } = useOpenBounce()
  const about = {
    slug,
    scope: { kind: 'bounces' as const, keys: [bounceKey] },
    account: account || undefined,
  }
  return (
    <div className="flex flex-wrap gap-2">
      <VerdictButton {...about} verdict="ours" />
      <VerdictButton {...about} verdict="not_ours" onDone={close} />
    </div>
  )
}
