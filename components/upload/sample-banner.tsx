'use client'

import { FlaskConical } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { Result } from '@/lib/result'

interface Props {
  /** Takes the sample data away; absent for people who may not. */
  remove?: () => Promise<Result<unknown>>
  state: SampleState
}

export type SampleState = 'loading' | 'in' | 'broken' | 'removing'

const WORDS: Record<SampleState, string> = {
  loading: 'Sample data is being loaded. The figures are not yours.',
  in: 'Sample data is loaded: its people, companies and bounces are made up.',
  broken: 'Loading the sample data broke off, and part of it is in. The figures are not yours.',
  removing: 'Sample data is being removed.',
}

/** Tells on every page that its figures are sample data, and takes them away in one click. */
export function SampleBanner({ remove, state }: Props) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const removeIt = () =>
    start(async () => {
      const result = await remove?.()
      if (result && !result.ok) toast(result.error.message, { kind: 'failed' })
      router.refresh()
    })
  return (
    <aside
      aria-label="Sample data"
      data-print="hide"
      className="mx-4 mt-3 flex flex-wrap md:mx-6 items-center gap-x-2 gap-y-1 rounded-md bg-info px-3 py-1.5 text-13 text-on-info"
    >
      <FlaskConical className="size-4 shrink-0" strokeWidth={1.5} aria-hidden />
      <span className="min-w-0 flex-1 basis-48">{WORDS[state]}</span>
      {remove && state !== 'removing' && (
        <Button size="sm" pending={pending} onClick={removeIt}>
          Remove it
        </Button>
      )}
    </aside>
  )
}
