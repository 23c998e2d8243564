'use client'

import { useTransition } from 'react'
import { Button, type ButtonStyle } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { exportAllowanceAction } from './actions'

interface Props extends ButtonStyle {
  slug: string
  /** Which list. */
  of: 'bounces' | 'dne'
  /** Query of the export's address: a filter, or some rows. */
  query: string
  children: React.ReactNode
}

/** Downloads the rows of a filter, or some of them, as CSV. */
export function ExportButton({ slug, of, query, children, ...style }: Props) {
  const [pending, start] = useTransition()
  const download = () =>
    start(async () => {
      const allowed = await exportAllowanceAction(slug, {})
      if (!allowed.ok) return void toast(allowed.error.message, { kind: 'failed' })
      window.location.assign(`/api/w/${slug}/${of}/export?${query}`)
    })
  return (
    <Button {...style} pending={pending} onClick={download}>
      {children}
    </Button>
  )
}
