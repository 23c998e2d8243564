'use client'

import { Columns3 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useOptimistic, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Menu, MenuCheck } from '@/components/ui/menu'
import { EXTRA_COLUMNS, keepColumns, type ExtraColumn } from './columns'

/** Adds columns to the table and takes them off again. */
export function ColumnMenu({ chosen }: { chosen: readonly ExtraColumn[] }) {
  const router = useRouter()
  const [, start] = useTransition()
  const [shown, setShown] = useOptimistic(chosen)
  const toggle = (id: ExtraColumn, on: boolean) => {
    const next = EXTRA_COLUMNS.map((column) => column.id).filter((each) =>
      each === id ? on : shown.includes(each),
    )
    keepColumns(next)
    start(() => {
      setShown(next)
      router.refresh()
    })
  }
  return (
    <Menu
      align="end"
      trigger={
        <Button className="max-sm:hidden">
          <Columns3 strokeWidth={1.5} aria-hidden />
          Columns
        </Button>
      }
    >
      {EXTRA_COLUMNS.map(({ id, label }) => (
        <MenuCheck key={id} checked={shown.includes(id)} onCheckedChange={(on) => toggle(id, on === true)}>
          {label}
        </MenuCheck>
      ))}
    </Menu>
  )
}
