'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from './button'

/** Copies a text; with `children` it is a button with words. */
export function CopyButton({
  text,
  label = 'Copy',
  words,
}: {
  text: string
  label?: string
  words?: boolean
}) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  const Icon = copied ? Check : Copy
  if (words) {
    return (
      <Button variant="quiet" size="sm" onClick={copy}>
        <Icon aria-hidden strokeWidth={1.5} />
        <span aria-live="polite">{copied ? 'Copied' : label}</span>
      </Button>
    )
  }
  return (
    <IconButton label={copied ? 'Copied' : label} onClick={copy}>
      <Icon aria-hidden strokeWidth={1.5} />
    </IconButton>
  )
}
