'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { toast } from '@/components/ui/toast'
import type { ImportPreview, ImportSettings } from '@/lib/services/imports/views'
import { checkFile } from '../actions'
import { FormatPicker, type FormatChoice } from './format-picker'
import { MappingCard } from './mapping-card'
import { mappingNote } from './mapping-note'
import { PreviewCard } from './preview-card'
import { Questions } from './questions'
import { useSettings } from './use-settings'

interface Props {
  workspace: string
  importId: string
  settings: ImportSettings
  preview: ImportPreview
  remembered: boolean
  /** Everything a file can be read as. */
  formats: readonly FormatChoice[]
  /** Accounts this workspace knows, to choose from. */
  accounts: readonly string[]
  zones: readonly string[]
  today: string
  /** The workspace's zone, in which times are shown. */
  timeZone: string
  /** Whether the dry run has been made with these settings. */
  checked: boolean
}

/** How the file is read: columns, what it does not tell, the first rows; ends with the dry run over the whole file. */
export function MappingStep(props: Props) {
  const { workspace, importId, remembered, formats, accounts, zones, today, checked } = props
  const router = useRouter()
  const { settings, preview, problems, setProblems, reading, change, reset, saved } = useSettings(props)
  const [checking, startChecking] = useTransition()
  const check = () =>
    startChecking(async () => {
      await saved()
      const result = await checkFile(workspace, { importId })
      if (!result.ok) {
        setProblems(result.error.fields ?? {})
        toast(result.error.message, { kind: 'failed' })
      }
      router.refresh()
    })
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4">
      <FormatPicker
        formats={formats}
        value={settings.format}
        onChange={change}
        problem={problems['format']}
      />
      {settings.format !== 'mail' && (
        <MappingCard
          columns={preview.columns}
          settings={settings}
          onChange={change}
          onReset={reset}
          remembered={remembered}
          note={mappingNote(preview, settings)}
        />
      )}
      <Questions
        questions={preview.questions}
        settings={settings}
        onChange={change}
        accounts={accounts}
        zones={zones}
        today={today}
        problems={problems}
      />
      {!checked && (
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="primary" size="lg" pending={checking} onClick={check}>
            Check the whole file
          </Button>
          <span className="text-13 text-muted">Reads every row and stores nothing.</span>
        </div>
      )}
      <div aria-busy={reading} className={cn('transition-opacity', reading && 'opacity-60')}>
        <PreviewCard rows={preview.rows} timeZone={props.timeZone} />
      </div>
    </div>
  )
}
