import { Button, ButtonLink } from '@/components/ui/button'
import { InputField, SelectField } from '@/components/ui/labelled'
import { ACTIVITY_GROUPS } from '@/lib/activity/actions'
import type { ActivityParams } from '../search-params'

interface Props {
  /** The page without filters. */
  path: string
  params: ActivityParams
  people: readonly { userId: string; name: string }[]
}

/** What to show of the activity; a plain form, so the URL is the state. */
export function FilterForm({ path, params, people }: Props) {
  const filtered = Object.entries(params).some(([key, value]) => key !== 'before' && value !== null)
  return (
    <form
      action={path}
      className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_1fr_1.5fr_auto]"
    >
      <SelectField label="What" name="kind" defaultValue={params.kind ?? ''}>
        <option value="">Everything</option>
        {Object.entries(ACTIVITY_GROUPS).map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField label="Who" name="who" defaultValue={params.who ?? ''}>
        <option value="">Everybody</option>
        {people.map(({ userId, name }) => (
          <option key={userId} value={userId}>
            {name}
          </option>
        ))}
      </SelectField>
      <InputField label="From" type="date" name="from" defaultValue={params.from ?? ''} />
      <InputField label="To" type="date" name="to" defaultValue={params.to ?? ''} />
      <InputField
        label="Address or domain"
        name="about"
        defaultValue={params.about ?? ''}
        autoComplete="off"
        spellCheck={false}
      />
      <div className="flex gap-2">
        <Button type="submit">Show</Button>
        {filtered && (
          <ButtonLink variant="quiet" href={path}>
            Clear
          </ButtonLink>
        )}
      </div>
    </form>
  )
}
