'use client'

import { Select } from '@/components/ui/input'
import { zoneCity } from '@/lib/format'

interface Props {
  id: string
  value: string
  zones: readonly string[]
  onChange: (zone: string) => void
}

/** A choice of time zones, by city. */
export function ZoneSelect({ value, zones, onChange, ...control }: Props) {
  const listed = zones.includes(value) ? zones : [value, ...zones]
  return (
    <Select
      {...control}
      className="max-w-80"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {listed.map((zone) => (
        <option key={zone} value={zone}>
          {zone.includes('/') ? `${zoneCity(zone)} (${zone})` : zone}
        </option>
      ))}
    </Select>
  )
}
