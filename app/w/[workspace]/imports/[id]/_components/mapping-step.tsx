'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { toast } from '@/components/ui/toast'
import type { ReadAs } from '@/lib/ingest/settings'
import type { ImportPreview, ImportSettings } from '@/lib/services/imports/views'
import { checkFile, previewMapping } from '../actions'
import { MappingCard } from './mapping-card'
import { mappingNote } from './mapping-note'
import { PreviewCard } from './preview-card'
import { Questions } from './questions'

interface Props {
  workspace: string
  importId: string
  settings: ImportSettings
  preview: ImportPreview
  remembered: boolean
  /** Accounts this workspace knows, to choose from. */
  accounts: readonly string[]
  zones: readonly string[]
  today: string
  /** Whether the dry run has been made with these settings, so that only a change asks for another. */
  checked: boolean
}

/** How the file is read: columns, what it does not tell, the first rows; ends with the dry run over the whole file. */
export function MappingStep(props: Props) {
  const { workspace, importId, remembered, accounts, zones, today, checked } = props
  const router = useRouter()
  const [settings, setSettings] = useState(props.settings)
  const [preview, setPreview] = useState(props.preview)
  const [insist, setInsist] = useState(false)
  const [reading, startReading] = useTransition()
  const [checking, startChecking] = useTransition()
  const changed = settings !== props.settings

  const change = (next: ImportSettings) => {
    setSettings(next)
    startReading(async () => {
      const result = await previewMapping(workspace, { importId, settings: next })
      if (result.ok) setPreview(result.value)
      else toast(result.error.message, { kind: 'failed' })
    })
  }
  const readAs = (position: number, as: ReadAs) =>
    change({ ...settings, mapping: settings.mapping.map((now, i) => (i === position ? as : now)) })
  const check = () => {
    if (preview.questions.some((question) => question.required)) return setInsist(true)
    startChecking(async () => {
      const result = await checkFile(workspace, { importId, settings })
      if (!result.ok) toast(result.error.message, { kind: 'failed' })
      router.refresh()
    })
  }
  return (
    <div className="grid content-start gap-4">
      <MappingCard
        columns={preview.columns}
        mapping={settings.mapping}
        onChange={readAs}
        onReset={changed ? () => change(props.settings) : undefined}
        remembered={remembered}
        note={mappingNote(preview, settings)}
      />
      <Questions
        questions={preview.questions}
        settings={settings}
        onChange={(part) => change({ ...settings, ...part })}
        accounts={accounts}
        zones={zones}
        today={today}
        insist={insist}
      />
      {(changed || !checked) && (
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="primary" size="lg" pending={checking} onClick={check}>
            {checked ? 'Check the whole file again' : 'Check the whole file'}
          </Button>
          <span className="text-13 text-muted">Reads every row and stores nothing.</span>
        </div>
      )}
      <div aria-busy={reading} className={cn('transition-opacity', reading && 'opacity-60')}>
        <PreviewCard rows={preview.rows} />
      </div>
    </div>
  )
}
