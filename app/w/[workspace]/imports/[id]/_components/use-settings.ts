'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import { toast } from '@/components/ui/toast'
import type { ImportPreview, ImportSettings } from '@/lib/services/imports/views'
import { correctSettings } from '../actions'

const same = (a: ImportSettings, b: ImportSettings) => JSON.stringify(a) === JSON.stringify(b)

interface Given {
  workspace: string
  importId: string
  settings: ImportSettings
  preview: ImportPreview
}

/** The settings of a file while a person corrects them: each change is saved at once and the first rows are read again. */
export function useSettings({ workspace, importId, ...given }: Given) {
  const router = useRouter()
  const [first] = useState(given.settings)
  const [settings, setSettings] = useState(given.settings)
  const [preview, setPreview] = useState(given.preview)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const saving = useRef<Promise<void>>(Promise.resolve())
  const [reading, start] = useTransition()

  const change = (part: Partial<ImportSettings>) => {
    const before = settings
    setSettings({ ...settings, ...part })
    saving.current = new Promise((settled) => {
      start(async () => {
        const result = await correctSettings(workspace, { importId, ...part } as never)
        if (result.ok) {
          setSettings(result.value.settings)
          setPreview(result.value.preview)
          setProblems({})
          // A finished dry run no longer holds: the page goes back to the columns.
          router.refresh()
        } else {
          setSettings(before)
          setProblems(result.error.fields ?? {})
          if (!result.error.fields) toast(result.error.message, { kind: 'failed' })
        }
        settled()
      })
    })
  }
  const reset = same(settings, first) ? undefined : () => change(first)
  return { settings, preview, problems, setProblems, reading, change, reset, saved: () => saving.current }
}
