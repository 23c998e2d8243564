import { CategoryOptions } from '@/components/review/category-options'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { PROVIDERS } from '@/lib/bounce/provider'

export interface RuleValues {
  words: string
  code: string
  provider: string
  account: string
  category: string
}

interface Props {
  values: RuleValues
  onChange: (part: Partial<RuleValues>) => void
  accounts: readonly string[]
  /** What is wrong, by field. */
  wrong: Readonly<Record<string, string>>
}

/** What a rule on words says, field by field. */
export function RuleFields({ values, onChange, accounts, wrong }: Props) {
  const listed =
    values.account === '' || accounts.includes(values.account) ? accounts : [values.account, ...accounts]
  return (
    <>
      <Field label="The reply contains" required error={wrong.words}>
        {(control) => (
          <Input
            {...control}
            value={values.words}
            onChange={(event) => onChange({ words: event.target.value })}
          />
        )}
      </Field>
      <Field label="Category" required error={wrong.category}>
        {(control) => (
          <Select
            {...control}
            value={values.category}
            onChange={(event) => onChange({ category: event.target.value })}
          >
            <option value="">Choose a category</option>
            <CategoryOptions />
          </Select>
        )}
      </Field>
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label="Code" hint="550 or 5.7.1" error={wrong.code}>
          {(control) => (
            <Input
              {...control}
              value={values.code}
              onChange={(event) => onChange({ code: event.target.value })}
            />
          )}
        </Field>
        <Field label="Provider" error={wrong.provider}>
          {(control) => (
            <Select
              {...control}
              value={values.provider}
              onChange={(event) => onChange({ provider: event.target.value })}
            >
              <option value="">Any</option>
              {PROVIDERS.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Sending account" error={wrong.account}>
          {(control) => (
            <Select
              {...control}
              value={values.account}
              onChange={(event) => onChange({ account: event.target.value })}
            >
              <option value="">Any</option>
              {listed.map((address) => (
                <option key={address} value={address}>
                  {address}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </>
  )
}
