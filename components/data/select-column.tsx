import type { ReactNode } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Cell, type Column } from './data-table'
import type { Selection } from './use-selection'

/** The column of check boxes, where this person may act on rows. */
export function selectColumn(selection: Selection | null, ids: readonly string[], width = 52): Column[] {
  if (!selection) return []
  const chosen = ids.filter(selection.has).length
  return [
    {
      id: 'select',
      width,
      className: 'text-clip',
      label: (
        <Checkbox
          aria-label="Select all on this page"
          checked={chosen === ids.length}
          mixed={chosen > 0 && chosen < ids.length}
          onChange={selection.toggleAll}
        />
      ),
    },
  ]
}

/** A row's cell in that column. */
export function SelectCell({
  selection,
  id,
  name,
}: {
  selection: Selection | null
  id: string
  name: string
}) {
  if (!selection) return null
  return (
    <TickCell>
      <Checkbox
        aria-label={`Select ${name}`}
        checked={selection.has(id)}
        onChange={() => selection.toggle(id)}
      />
    </TickCell>
  )
}

/** The cell of a check box, which may be missed by a few pixels; on a card it stands before the title. */
export function TickCell({ children }: { children: ReactNode }) {
  return (
    <Cell card="tick" className="text-clip">
      <label className="-m-2 grid size-8 place-items-center">{children}</label>
    </Cell>
  )
}
