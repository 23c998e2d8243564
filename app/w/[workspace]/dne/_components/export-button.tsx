'use client'

import { useTransition } from 'react'
import { Button, type ButtonStyle } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { exportAllowanceAction } from '../export-actions'

interface Props extends ButtonStyle {
  slug: string
  /** Query of the export's address: a filter, or ids. */
  query: string
  children: React.ReactNode
}

/** Downloads the entries of a filter, or some of them, as CSV. */
export function ExportButton({ slug, query, children, ...style }: Props) {
  const [pending, start] = useTransition()
  const download = () =>
    start(async () => {
      const allowed = await exportAllowanceAction(slug, {})
      if (!allowed.ok) return void toast(allowed.error.message, { kind: 'failed' })
      window.location.assign(`/api/w/${slug}/dne/export?${query}`)
    })
  return (
    <Button {...style} pending={pending} onClick={download}>
      {children}
    </Button>
  )
}
