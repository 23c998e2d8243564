'use client'

import { FlaskConical } from 'lucide-react'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { loadSampleData } from './actions'

/** Fills an empty workspace with a made-up quarter; leads to its progress. */
export function LoadSample({ workspace }: { workspace: string }) {
  const [pending, start] = useTransition()
  const load = () =>
    start(async () => {
      const result = await loadSampleData(workspace, {})
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      // A fresh load, so that the layout shows the banner too.
      location.assign(`/w/${workspace}/imports/${result.value.importId}`)
    })
  return (
    <Button pending={pending} onClick={load}>
      <FlaskConical strokeWidth={1.5} aria-hidden />
      Load sample data
    </Button>
  )
}
