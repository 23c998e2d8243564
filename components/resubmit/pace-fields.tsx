'use client'

import { InputField, SelectField } from '@/components/ui/labelled'
import { clockText, DAYS, GAPS, gapText, HOURS, type Pace } from '@/lib/resubmit/pace'

interface Props {
  pace: Pace
  city: string
  onChange: (pace: Pace) => void
  /** A file takes a whole day at once: its tool keeps the gaps. */
  file: boolean
}

const hoursText = ([from, to]: readonly [number, number]) =>
  from === 0 && to === 1440 ? 'All day' : `${clockText(from)} – ${clockText(to)}`

/** How fast a batch is handed over. */
export function PaceFields({ pace, city, onChange, file }: Props) {
  const set = (part: Partial<Pace>) => onChange({ ...pace, ...part })
  return (
    <div className="grid grid-cols-2 gap-3">
      <InputField
        label="Per account and day"
        type="number"
        min={1}
        max={2000}
        inputMode="numeric"
        value={pace.perDay}
        onValue={(next) => set({ perDay: Math.max(1, Math.min(2000, Math.round(Number(next)))) })}
      />
      <SelectField
        label="Days"
        value={DAYS.findIndex(({ days }) => days.join() === pace.days.join())}
        onValue={(next) => set({ days: DAYS[Number(next)]!.days })}
      >
        {DAYS.map(({ name }, i) => (
          <option key={name} value={i}>
            {name}
          </option>
        ))}
      </SelectField>
      {!file && (
        <>
          <SelectField
            label="Gap between mails"
            value={GAPS.findIndex((gap) => gap.join() === pace.gap.join())}
            onValue={(next) => set({ gap: GAPS[Number(next)]! })}
          >
            {GAPS.map((gap, i) => (
              <option key={gapText(gap)} value={i}>
                {gapText(gap)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={`Hours, ${city}`}
            value={HOURS.findIndex(([from, to]) => from === pace.from && to === pace.to)}
            onValue={(next) => {
              const [from, to] = HOURS[Number(next)]!
              set({ from, to })
            }}
          >
            {HOURS.map((hours, i) => (
              <option key={hoursText(hours)} value={i}>
                {hoursText(hours)}
              </option>
            ))}
          </SelectField>
        </>
      )}
    </div>
  )
}
