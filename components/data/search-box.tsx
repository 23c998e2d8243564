'use client'

import { useEffect, useRef, useState } from 'react'
import { SearchInput } from '@/components/ui/input'

const WAIT_MS = 300

interface Props {
  label: string
  placeholder: string
  /** What the URL asks for. */
  asked: string
  /** Gets the words a moment after the last key, null where none are left. */
  onAsk: (words: string | null) => void
}

/** Searches while you type. Escape empties it. */
export function SearchBox({ label, placeholder, asked, onAsk }: Props) {
  const [text, setText] = useState(asked)
  const sent = useRef(asked)
  useEffect(() => {
    if (asked === sent.current) return
    sent.current = asked
    setText(asked)
  }, [asked])
  useEffect(() => {
    const next = text.trim()
    if (next === sent.current) return
    const timer = setTimeout(() => {
      sent.current = next
      onAsk(next || null)
    }, WAIT_MS)
    return () => clearTimeout(timer)
  })
  return (
    <SearchInput
      aria-label={label}
      placeholder={placeholder}
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
