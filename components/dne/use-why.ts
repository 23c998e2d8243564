'use client'

import { useState } from 'react'

/** The reason a person has to write down: the field's props, and `read`, which says what is `missing` where it is too short. */
export function useWhy(missing: string, least = 1) {
  const [why, setWhy] = useState('')
  const [error, setError] = useState<string | undefined>()
  const given = why.trim()
  return {
    field: {
      required: true,
      error,
      maxLength: 500,
      value: why,
      onValue: (text: string) => {
        setWhy(text)
        setError(undefined)
      },
    },
    read: (): string | null => {
      if (given.length >= least) return given
      setError(missing)
      return null
    },
  }
}
