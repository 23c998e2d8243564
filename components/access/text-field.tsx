'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useState, type ComponentProps, type ReactNode } from 'react'
import { IconButton } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type Props = ComponentProps<'input'> & { name: string; label: string; hint?: ReactNode; error?: string }

/** A labelled line of text of a form. */
export function TextField({ label, hint, error, required = true, ...rest }: Props) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(control) => <Input className="h-9" required={required} {...control} {...rest} />}
    </Field>
  )
}

/** A password that can be looked at while typing. */
export function PasswordField({ label, hint, error, ...rest }: Props) {
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <Field label={label} hint={hint} error={error} required>
      {(control) => (
        <span className="relative block">
          <Input className="h-9 pr-10" required {...control} {...rest} type={shown ? 'text' : 'password'} />
          <IconButton
            className="absolute top-1 right-1"
            label={shown ? 'Hide password' : 'Show password'}
            onClick={() => setShown(!shown)}
          >
            <Icon strokeWidth={1.5} aria-hidden />
          </IconButton>
        </span>
      )}
    </Field>
  )
}

export const PASSWORD_HINT = 'At least 12 characters. A few random words are good.'
