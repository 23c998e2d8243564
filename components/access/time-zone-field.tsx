'use client'

import { useEffect, useState } from 'react'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { zoneCity } from '@/lib/format'

interface Props {
  zones: readonly string[]
  /** Where it starts; without one it starts at the browser's own zone. */
  value?: string
  hint?: string
  error?: string
  className?: string
}

/** A choice of time zone, by region. */
export function TimeZoneField({ zones, value, hint, error, className }: Props) {
  const [zone, setZone] = useState(value ?? 'UTC')
  useEffect(() => {
    if (!value) setZone(Intl.DateTimeFormat().resolvedOptions().timeZone)
  }, [value])
  const all = zones.includes(zone) ? zones : [...zones, zone]
  return (
    <Field label="Time zone" hint={hint} error={error} required className={className}>
      {(control) => (
        <Select
          className="h-9"
          name="timeZone"
          value={zone}
          onChange={(event) => setZone(event.target.value)}
          {...control}
        >
          {byRegion(all).map(([region, members]) => (
            <optgroup key={region} label={region}>
              {members.map((each) => (
                <option key={each} value={each}>
                  {zoneCity(each)}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      )}
    </Field>
  )
}

function byRegion(zones: readonly string[]): [string, string[]][] {
  const regions = new Map<string, string[]>()
  for (const zone of zones) {
    const region = zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'Other'
    regions.set(region, [...(regions.get(region) ?? []), zone])
  }
  return [...regions].sort(([a], [b]) => a.localeCompare(b))
}
