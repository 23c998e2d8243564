'use client'

import { useEffect, useRef, useState } from 'react'
import { SearchInput } from '@/components/ui/input'
import { useDneUrl } from './use-dne-url'

const WAIT_MS = 300

/** Searches while you type: an address, a part of it, a domain. Escape empties it. */
export function DneSearch() {
  const [state, change] = useDneUrl()
  const wanted = state.q ?? ''
  const [text, setText] = useState(wanted)
  const sent = useRef(wanted)
  useEffect(() => {
    if (wanted === sent.current) return
    sent.current = wanted
    setText(wanted)
  }, [wanted])
  useEffect(() => {
    const next = text.trim()
    if (next === sent.current) return
    const timer = setTimeout(() => {
      sent.current = next
      void change({ q: next || null })
    }, WAIT_MS)
    return () => clearTimeout(timer)
  })
  return (
    <SearchInput
      aria-label="Search an address, a part of it, or a domain"
      placeholder="Address, part of it, or @domain"
      className="min-w-0 flex-[1_1_220px]"
      maxLength={300}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        if (text === '') event.currentTarget.blur()
        setText('')
      }}
    />
  )
}
