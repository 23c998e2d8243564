import { CategoryOptions } from '@/components/review/category-options'
import { InputField, SelectField } from '@/components/ui/labelled'
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
      <InputField
        label="The reply contains"
        required
        error={wrong.words}
        value={values.words}
        onValue={(next) => onChange({ words: next })}
      />
      <SelectField
        label="Category"
        required
        error={wrong.category}
        value={values.category}
        onValue={(next) => onChange({ category: next })}
      >
        <option value="">Choose a category</option>
        <CategoryOptions />
      </SelectField>
      <div className="grid gap-3 sm:grid-cols-3">
        <InputField
          label="Code"
          hint="550 or 5.7.1"
          error={wrong.code}
          value={values.code}
          onValue={(next) => onChange({ code: next })}
        />
        <SelectField
          label="Provider"
          error={wrong.provider}
          value={values.provider}
          onValue={(next) => onChange({ provider: next })}
        >
          <option value="">Any</option>
          {PROVIDERS.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Sending account"
          error={wrong.account}
          value={values.account}
          onValue={(next) => onChange({ account: next })}
        >
          <option value="">Any</option>
          {listed.map((address) => (
            <option key={address} value={address}>
              {address}
            </option>
          ))}
        </SelectField>
      </div>
    </>
  )
}
