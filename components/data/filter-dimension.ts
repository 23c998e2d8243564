export type FilterKey = 'account' | 'category' | 'family' | 'provider' | 'campaign' | 'type'

export interface Option {
  value: string
  label: string
}

/** One thing a list can be filtered by; bounces by the usual keys. */
export interface Dimension<Key extends string = FilterKey> {
  key: Key
  name: string
  /** Values with their names, as far as they are known beforehand. */
  options: readonly Option[]
  /** The values are asked of the server when the picker opens. */
  asked: boolean
}

const nameless: Partial<Record<string, string>> = { account: 'Unknown account', campaign: 'No campaign' }

/** How a value of the URL reads; `-` stands for the account or campaign that is not known. */
export function optionLabel({ key, options }: Dimension<string>, value: string): string {
  if (value === '-' || value === '') return nameless[key] ?? value
  return options.find((option) => option.value === value)?.label ?? value
}
