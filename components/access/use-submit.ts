'use client'

import { useState, type FormEvent } from 'react'
import { fail, type Failure, type Result } from '@/lib/result'

export type FormValues = Record<string, string>

/** Sends a form's values, holds back a second send, and keeps the failure; focus goes to what is wrong. */
export function useSubmit<T>(send: (values: FormValues) => Promise<Result<T>>, done: (value: T) => void) {
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const form = event.currentTarget
    setPending(true)
    const result = await send(valuesOf(form)).catch(() =>
      fail('unavailable', 'Rebound does not answer. Check your connection and try again.'),
    )
    setPending(false)
    setFailure(result.ok ? null : result.error)
    if (result.ok) done(result.value)
    else focusWrong(form, result.error)
  }
  return { onSubmit, pending, failure, errors: failure?.fields ?? {} }
}

function valuesOf(form: HTMLFormElement): FormValues {
  const entries = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(entries)
}

function focusWrong(form: HTMLFormElement, failure: Failure): void {
  const name = Object.keys(failure.fields ?? {})[0]
  const control = name ? form.elements.namedItem(name) : null
  if (control instanceof HTMLElement) control.focus()
}
