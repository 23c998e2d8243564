'use client'

import { useEffect, useId, useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { SearchInput } from '@/components/ui/input'
import { Popover } from '@/components/ui/popover'
import { Skeleton } from '@/components/ui/skeleton'
import { DIMENSIONS, optionLabel, type FilterKey, type Option } from './filter-options'

interface Props {
  dimension: FilterKey
  /** Values in force. */
  chosen: readonly string[]
  onChange: (values: string[]) => void
  trigger: ReactNode
  /** Where the values of accounts, providers and campaigns are asked. */
  optionsUrl: string
}

const SHOWN = 100

/** A searchable list of check boxes in a popover; every tick acts at once. */
export function FilterPicker({ dimension, chosen, onChange, trigger, optionsUrl }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      label={`Filter by ${DIMENSIONS[dimension].name.toLowerCase()}`}
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
      className="w-72"
    >
      <Choices dimension={dimension} chosen={chosen} onChange={onChange} optionsUrl={optionsUrl} />
    </Popover>
  )
}

function Choices({ dimension, chosen, onChange, optionsUrl }: Omit<Props, 'trigger'>) {
  const { options, failed, retry } = useOptions(dimension, optionsUrl)
  const [text, setText] = useState('')
  const id = useId()
  if (failed) {
    return (
      <div className="grid gap-2 p-2 text-13">
        <p>The list could not be loaded.</p>
        <Button size="sm" onClick={retry}>
          Try again
        </Button>
      </div>
    )
  }
  if (!options) return <Skeleton className="h-40" />
  const wanted = text.trim().toLowerCase()
  const matching = options.filter(
    (option) => option.label.toLowerCase().includes(wanted) || option.value.toLowerCase().includes(wanted),
  )
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((known) => known !== value) : [...chosen, value])
  return (
    <div className="grid gap-2">
      {options.length > 8 && (
        <SearchInput
          aria-label={`Search ${DIMENSIONS[dimension].name.toLowerCase()}`}
          placeholder="Search"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <ul aria-label={DIMENSIONS[dimension].name} className="max-h-72 overflow-y-auto">
        {matching.slice(0, SHOWN).map((option) => (
          <li key={option.value}>
            <label
              htmlFor={`${id}-${option.value}`}
              className="flex min-h-7 items-center gap-2 rounded-sm px-2 py-0.5 hover:bg-hover dark:hover:bg-raised"
            >
              <Checkbox
                id={`${id}-${option.value}`}
                checked={chosen.includes(option.value)}
                onChange={() => toggle(option.value)}
              />
              <span className="min-w-0 truncate">{option.label}</span>
            </label>
          </li>
        ))}
      </ul>
      <p className="px-2 text-12 text-muted empty:hidden" aria-live="polite">
        {matching.length === 0
          ? 'Nothing of that name.'
          : matching.length > SHOWN
            ? `${matching.length - SHOWN} more: type to narrow.`
            : ''}
      </p>
    </div>
  )
}

function useOptions(dimension: FilterKey, url: string) {
  const known = DIMENSIONS[dimension].options
  const [loaded, setLoaded] = useState<readonly Option[] | null>(known ?? null)
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (known) return
    const stop = new AbortController()
    fetch(`${url}?of=${dimension}`, { signal: stop.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(String(response.status))
        const values = (await response.json()) as Option[]
        setLoaded(
          values.map((option) => ({
            ...option,
            label: option.label || optionLabel(dimension, option.value),
          })),
        )
      })
      .catch(() => {
        if (!stop.signal.aborted) setFailed(true)
      })
    return () => stop.abort()
  }, [dimension, url, known, attempt])
  const retry = () => {
    setFailed(false)
    setAttempt((n) => n + 1)
  }
  return { options: loaded, failed, retry }
}
