import type { ComponentProps, CSSProperties, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { SortButton } from './sort-button'

export interface Column {
  id: string
  label: ReactNode
  /** Pixels; without it the column takes what is left. */
  width?: number
  align?: 'left' | 'right'
  /** The name of this column in the URL's `sort`. */
  sort?: string
  /** Screen readers only. */
  hideLabel?: boolean
  className?: string
}

interface Props {
  caption: string
  columns: readonly Column[]
  children: ReactNode
  /** The sort in force, as in the URL: `bounces`, or `-bounces` for descending. */
  sort?: string
  /** Below 640 px rows become cards; cells say their place by `Cell`'s `card`. */
  cards?: boolean
  /** Keeps the head in sight; pixels from the top. */
  stickyTop?: number
  className?: string
  style?: CSSProperties
}

/** A table of one-line rows: fixed columns, hairlines, sort buttons in its head. Fill it with `Row`s. */
export function DataTable({ caption, columns, children, sort, cards, stickyTop, className, style }: Props) {
  return (
    <table className={cn('data-table', cards && 'table-cards', className)} style={style}>
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        {columns.map((column) => (
          <col
            key={column.id}
            className={column.className}
            style={column.width ? { width: column.width } : undefined}
          />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} sort={sort} stickyTop={stickyTop} />
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

function HeadCell({ column, sort, stickyTop }: { column: Column; sort?: string; stickyTop?: number }) {
  const direction =
    column.sort === undefined
      ? null
      : sort === column.sort
        ? 'ascending'
        : sort === `-${column.sort}`
          ? 'descending'
          : null
  const label = column.hideLabel ? <span className="sr-only">{column.label}</span> : column.label
  return (
    <th
      scope="col"
      aria-sort={direction ?? undefined}
      className={cn(
        column.align === 'right' && 'text-right',
        stickyTop !== undefined && 'sticky z-1 bg-canvas',
        column.className,
      )}
      style={stickyTop === undefined ? undefined : { top: stickyTop }}
    >
      {column.sort === undefined ? (
        label
      ) : (
        <SortButton name={column.sort} direction={direction}>
          {label}
        </SortButton>
      )}
    </th>
  )
}

type CardPlace = 'title' | 'corner' | 'wide' | 'hide' | 'line' | 'tick'

interface CellProps extends ComponentProps<'td'> {
  /** Right-aligned figure. */
  num?: boolean
  /** Where the cell goes on a card: its title, the right upper corner, a line of its own, among the others, before the title, or nowhere. */
  card?: CardPlace
  /** Said after the value on a card. */
  cardLabel?: string
}

/** A cell of a row. */
export function Cell({ num, card = 'line', cardLabel, className, ...rest }: CellProps) {
  return (
    <td data-card={card} data-label={cardLabel} className={cn(num && 'text-right', className)} {...rest} />
  )
}

/** The cell that names the row. */
export function RowHead({ className, ...rest }: ComponentProps<'th'>) {
  return <th scope="row" data-card="title" className={cn('font-medium', className)} {...rest} />
}

/** Lets a wide table scroll sideways; takes the keyboard's focus so that arrows scroll it. */
export function TableScroll({
  label,
  children,
  className,
}: {
  label: string
  children: ReactNode
  className?: string
}) {
  return (
    <div
      role="group"
      aria-label={label}
      tabIndex={0}
      data-inner-focus
      className={cn('relative overflow-x-auto', className)}
    >
      {children}
    </div>
  )
}
