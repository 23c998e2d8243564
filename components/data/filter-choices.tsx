'use client'

import { useEffect, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { SearchInput } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import { optionLabel, type Dimension, type Option } from './filter-dimension'

interface Props {
  dimension: Dimension<string>
  /** Values in force. */
  chosen: readonly string[]
  onChange: (values: string[]) => void
  /** Where the values of accounts, providers and campaigns are asked. */
  optionsUrl: string
}

const SHOWN = 100

/** A searchable list of check boxes; every tick acts at once. */
export function FilterChoices({ dimension, chosen, onChange, optionsUrl }: Props) {
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
          aria-label={`Search ${dimension.name.toLowerCase()}`}
          placeholder="Search"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <ul aria-label={dimension.name} className="max-h-72 overflow-y-auto">
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

function useOptions(dimension: Dimension<string>, url: string) {
  const { key, asked } = dimension
  const [loaded, setLoaded] = useState<readonly Option[] | null>(null)
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (!asked) return
    const stop = new AbortController()
    fetch(`${url}?of=${key}`, { signal: stop.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(String(response.status))
        setLoaded((await response.json()) as Option[])
      })
      .catch(() => {
        if (!stop.signal.aborted) setFailed(true)
      })
    return () => stop.abort()
  }, [key, asked, url, attempt])
  const retry = () => {
    setFailed(false)
    setAttempt((n) => n + 1)
  }
  const named = loaded?.map((option) => ({
    ...option,
    label: option.label || optionLabel(dimension, option.value),
  }))
  return { options: asked ? named : dimension.options, failed, retry }
}
