'use client'

import type { ComponentProps } from 'react'
import { Field } from './field'
import { Input, Select, Textarea } from './input'

type FieldProps = Omit<ComponentProps<typeof Field>, 'children'>

/** What a field takes (`className` is the field's), what its control takes, and `onValue` for what is typed or chosen. */
type Labelled<Control> = FieldProps &
  Omit<Control, keyof FieldProps | 'onChange'> & { onValue?: (value: string) => void }

/** A line of text with its label. */
export function InputField({ onValue, ...props }: Labelled<ComponentProps<typeof Input>>) {
  const [field, rest] = parts(props)
  return (
    <Field {...field}>
      {(control) => <Input {...control} {...rest} onChange={(event) => onValue?.(event.target.value)} />}
    </Field>
  )
}

/** Several lines of text with their label. */
export function TextareaField({ onValue, ...props }: Labelled<ComponentProps<typeof Textarea>>) {
  const [field, rest] = parts(props)
  return (
    <Field {...field}>
      {(control) => <Textarea {...control} {...rest} onChange={(event) => onValue?.(event.target.value)} />}
    </Field>
  )
}

/** A list of choices with its label; its children are the options. */
export function SelectField({ onValue, ...props }: Labelled<ComponentProps<typeof Select>>) {
  const [field, rest] = parts(props)
  return (
    <Field {...field}>
      {(control) => <Select {...control} {...rest} onChange={(event) => onValue?.(event.target.value)} />}
    </Field>
  )
}

function parts<P extends FieldProps>({ label, hint, error, required, className, ...rest }: P) {
  return [{ label, hint, error, required, className }, rest] as const
}
