'use client'

import { useEffect, type ReactNode } from 'react'
import { AddChip, Chip } from '@/components/ui/chip'
import { DIMENSIONS, FILTER_KEYS, optionLabel, type FilterKey } from './filter-options'
import { FilterPicker } from './filter-picker'
import { useUrlState } from './use-url-state'

interface Props {
  slug: string
  /** Readable names of provider ids. */
  providers: Readonly<Record<string, string>>
  /** Filters beyond the six: the reply or import in force, named by the page. */
  extra?: readonly { key: 'reply' | 'import'; name: string; value: string }[]
  /** At the right end of the line. */
  children?: ReactNode
}

/** The filters in force as chips, the others as dashed chips; Escape takes all off. The URL is the state. */
export function FilterBar({ slug, providers, extra = [], children }: Props) {
  const [state, change] = useUrlState()
  const active = FILTER_KEYS.some((key) => (state[key] ?? []).length > 0) || extra.length > 0
  const clear = () =>
    void change({
      account: null,
      category: null,
      family: null,
      provider: null,
      campaign: null,
      type: null,
      reply: null,
      import: null,
    })
  useEscape(active, clear)
  const label = (key: FilterKey, value: string) =>
    key === 'provider' ? (providers[value] ?? value) : optionLabel(key, value)
  return (
    <div role="group" aria-label="Filters" data-print="hide" className="flex flex-wrap items-center gap-2">
      {extra.map((chip) => (
        <Chip
          key={chip.key}
          name={chip.name}
          value={chip.value}
          removeLabel={`Remove the filter ${chip.name}`}
          onRemove={() => void change({ [chip.key]: null })}
        />
      ))}
      {FILTER_KEYS.map((key) => {
        const chosen = state[key] ?? []
        const name = DIMENSIONS[key].name
        const first = chosen[0]
        const value =
          first === undefined
            ? ''
            : chosen.length === 1
              ? label(key, first)
              : `${label(key, first)} + ${chosen.length - 1}`
        const picker = (trigger: ReactNode) => (
          <FilterPicker
            key={key}
            dimension={key}
            chosen={chosen}
            onChange={(values) => void change({ [key]: values.length > 0 ? values : null })}
            optionsUrl={`/api/w/${slug}/filter-options`}
            trigger={trigger}
          />
        )
        if (chosen.length === 0) return picker(<AddChip>{name}</AddChip>)
        return (
          <Chip
            key={key}
            name={name}
            value={picker(
              <button
                type="button"
                className="max-w-56 truncate font-medium hover:underline"
                title={chosen.map((v) => label(key, v)).join(', ')}
              >
                {value}
              </button>,
            )}
            removeLabel={`Remove the filter ${name}`}
            onRemove={() => void change({ [key]: null })}
          />
        )
      })}
      {children}
    </div>
  )
}

function useEscape(active: boolean, clear: () => void) {
  useEffect(() => {
    if (!active) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (event.target instanceof Element && event.target.closest('input, textarea, select')) return
      if (document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]')) return
      clear()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}
