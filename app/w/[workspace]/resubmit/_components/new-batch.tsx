'use client'

import { useMemo } from 'react'
import { Card } from '@/components/ui/card'
import { plural } from '@/lib/format'
import type { TakenDay } from '@/db/queries/resubmit/candidates'
import type { ContactState } from '@/lib/resubmit/eligibility'
import { Composer, type ComposerDestination } from '../../_resubmit/composer'
import { useSelection } from './selection'

interface Props {
  slug: string
  zone: string
  now: string
  groups: readonly { state: ContactState; category: string; account: string; contacts: number }[]
  taken: TakenDay[]
  destinations: readonly ComposerDestination[]
  filter: { accounts: string[]; categories: string[]; campaigns: string[] }
}

/** A batch of the ready groups that are ticked. */
export function NewBatch({ groups, taken, filter, ...rest }: Props) {
  const { without } = useSelection()
  const all = useMemo(
    () => [...new Set(groups.filter((group) => group.state === 'ready').map((group) => group.category))],
    [groups],
  )
  const categories = all.filter((category) => !without.has(category))
  const preview = useMemo(() => previewOf(groups, taken, without), [groups, taken, without])
  const which =
    all.length === 0
      ? 'No group is ready'
      : categories.length === all.length
        ? all.length === 1
          ? 'The one ready group'
          : `All ${plural(all.length, 'ready group')}`
        : `${categories.length} of ${plural(all.length, 'ready group')}`
  return (
    <Card title="New batch" description={which}>
      <Composer
        {...rest}
        preview={preview}
        scope={{
          kind: 'groups',
          state: 'ready',
          ...filter,
          categories: categories.length > 0 ? categories : ['none'],
        }}
      />
    </Card>
  )
}

function previewOf(groups: Props['groups'], taken: TakenDay[], without: ReadonlySet<string>) {
  const accounts = new Map<string, number>()
  const left = new Map<Exclude<ContactState, 'ready'>, number>()
  for (const { state, category, account, contacts } of groups) {
    if (state !== 'ready') left.set(state, (left.get(state) ?? 0) + contacts)
    else if (!without.has(category)) accounts.set(account, (accounts.get(account) ?? 0) + contacts)
  }
  return {
    go: [...accounts.values()].reduce((sum, contacts) => sum + contacts, 0),
    accounts: [...accounts].map(([account, contacts]) => ({ account, contacts })),
    leftOut: [...left].map(([why, contacts]) => ({ why, contacts })),
    taken,
  }
}
