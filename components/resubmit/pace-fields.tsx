'use client'

import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
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
      <Field label="Per account and day">
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            max={2000}
            inputMode="numeric"
            value={pace.perDay}
            onChange={(event) =>
              set({ perDay: Math.max(1, Math.min(2000, Math.round(Number(event.target.value)))) })
            }
          />
        )}
      </Field>
      <Field label="Days">
        {(control) => (
          <Select
            {...control}
            value={DAYS.findIndex(({ days }) => days.join() === pace.days.join())}
            onChange={(event) => set({ days: DAYS[Number(event.target.value)]!.days })}
          >
            {DAYS.map(({ name }, i) => (
              <option key={name} value={i}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {!file && (
        <>
          <Field label="Gap between mails">
            {(control) => (
              <Select
                {...control}
                value={GAPS.findIndex((gap) => gap.join() === pace.gap.join())}
                onChange={(event) => set({ gap: GAPS[Number(event.target.value)]! })}
              >
                {GAPS.map((gap, i) => (
                  <option key={gapText(gap)} value={i}>
                    {gapText(gap)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={`Hours, ${city}`}>
            {(control) => (
              <Select
                {...control}
                value={HOURS.findIndex(([from, to]) => from === pace.from && to === pace.to)}
                onChange={(event) => {
                  const [from, to] = HOURS[Number(event.target.value)]!
                  set({ from, to })
                }}
              >
                {HOURS.map((hours, i) => (
                  <option key={hoursText(hours)} value={i}>
                    {hoursText(hours)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </>
      )}
    </div>
  )
}
