import { InputField, SelectField } from '@/components/ui/labelled'
import { REASON_NAMES, type Reason } from '@/lib/dne/entry'

interface Props<T extends string> {
  value: T
  onValue: (value: T) => void
}

/** Why entries are listed; the first one offered is the usual one. */
export function ReasonField<R extends Reason>({
  offered,
  value,
  onValue,
}: Props<R> & { offered: readonly R[] }) {
  return (
    <SelectField
      label="Reason"
      value={value}
      onValue={(chosen) => onValue(offered.find((each) => each === chosen) ?? value)}
    >
      {offered.map((each) => (
        <option key={each} value={each}>
          {REASON_NAMES[each]}
        </option>
      ))}
    </SelectField>
  )
}

/** The day an entry ends. */
export function EndsField({ today, ...field }: Props<string> & { today: string }) {
  return <InputField label="Ends on" hint="Empty: listed for good" type="date" min={today} {...field} />
}
