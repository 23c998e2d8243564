'use client'

import { useSearchParams } from 'next/navigation'
import { use } from 'react'
import { SelectionBar } from '@/components/data/selection-bar'
import { RefetchArea } from '@/components/data/refetch'
import { useListKeys } from '@/components/data/use-list-keys'
import { useSelection, type Selection } from '@/components/data/use-selection'
import { TableScroll } from '@/components/data/data-table'
import type { BounceFilter } from '@/lib/analytics/filter'
import { ExportButton } from '../../_export/export-button'
import { ListButton } from '../../_list/list-button'
import { ResubmitButton } from '../../_resubmit/resubmit-button'
import { BounceTable } from './bounce-table'
import type { ExtraColumn } from './columns'
import { ReclassifyButton } from './reclassify-dialog'
import type { ShownRow } from './row'
import { useOpenBounce } from './use-open-bounce'
import { VerdictButton } from './verdict-button'

interface Props {
  slug: string
  caption: string
  rows: readonly ShownRow[]
  extra: readonly ExtraColumn[]
  sort: string
  filter: BounceFilter
  /** The filter as the query of an address; another one ends the selection. */
  query: string
  matching: Promise<number>
  mayAct: boolean
}

/** The table with its keys and its selection: j and k move, x selects, Enter opens. */
export function BounceList(props: Props) {
  const { rows, slug, filter, query, matching, mayAct } = props
  const { open, show } = useOpenBounce()
  const params = useSearchParams()
  const keys = rows.map((row) => row.key)
  const selection = useSelection(keys, query)
  useListKeys(keys, mayAct ? selection.toggle : () => undefined, open)
  const hrefOf = (key: string) => {
    const next = new URLSearchParams(params)
    next.set('bounce', key)
    return `?${next}`
  }
  const chosen = selection.everything ? null : [...selection.ids]
  const waits = rows.some((row) => !row.verified && (!chosen || selection.has(row.key)))
  return (
    <>
      <RefetchArea>
        <TableScroll label="Bounces">
          <BounceTable
            {...props}
            open={open}
            hrefOf={hrefOf}
            onOpen={show}
            selection={mayAct ? selection : null}
          />
        </TableScroll>
      </RefetchArea>
      {mayAct && (selection.everything || selection.ids.size > 0) && (
        <Selected matching={matching} selection={selection}>
          {(count) => (
            <>
              <ReclassifyButton
                slug={slug}
                variant="quiet"
                size="sm"
                target={{
                  scope: chosen ? { kind: 'bounces', keys: chosen } : { kind: 'filter', filter },
                  count,
                }}
                onDone={selection.clear}
              />
              {waits &&
                (['ours', 'not_ours'] as const).map((verdict) => (
                  <VerdictButton
                    key={verdict}
                    slug={slug}
                    verdict={verdict}
                    variant="quiet"
                    size="sm"
                    scope={chosen ? { kind: 'bounces', keys: chosen } : { kind: 'filter', filter }}
                    onDone={selection.clear}
                  />
                ))}
              <ResubmitButton
                slug={slug}
                variant="quiet"
                size="sm"
                scope={chosen ? { kind: 'bounces', keys: chosen } : { kind: 'filter', filter }}
              />
              <ListButton
                slug={slug}
                variant="quiet"
                size="sm"
                scope={chosen ? { kind: 'bounces', keys: chosen } : { kind: 'filter', filter }}
                count={count}
                onDone={selection.clear}
              />
              <ExportButton
                slug={slug}
                of="bounces"
                variant="quiet"
                size="sm"
                query={chosen ? `keys=${chosen.join(',')}` : query}
              >
                Export
              </ExportButton>
            </>
          )}
        </Selected>
      )}
    </>
  )
}

function Selected({
  matching,
  selection,
  children,
}: {
  matching: Promise<number>
  selection: Selection
  children: (count: number) => React.ReactNode
}) {
  const all = use(matching)
  const count = selection.everything ? all : selection.ids.size
  return (
    <SelectionBar
      selected={count}
      matching={all}
      everything={selection.everything}
      onSelectAll={selection.selectEverything}
      onClear={selection.clear}
      className="bottom-16"
    >
      {children(count)}
    </SelectionBar>
  )
}
