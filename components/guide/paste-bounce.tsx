'use client'

import { useId, useRef, useState, useTransition } from 'react'
import { useModifierName } from '@/components/shell/use-modifier-name'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Textarea } from '@/components/ui/input'
import { Kbd } from '@/components/ui/kbd'
import type { Result } from '@/lib/result'
import { Explained } from './explained'
import type { Explanation } from './explanation'

interface Props {
  /** `/w/acme/guide`. */
  base: string
  /** Reads the text on the server; nothing of it is kept. */
  explain: (text: string) => Promise<Result<Explanation>>
}

/** Reads one pasted reply and says what it means. */
export function PasteBounce({ base, explain }: Props) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [answer, setAnswer] = useState<Result<Explanation> | null>(null)
  const [pending, start] = useTransition()
  const modifier = useModifierName()
  const ask = () => {
    const text = field.current?.value.trim() ?? ''
    if (!text) {
      setAnswer(null)
      return field.current?.focus()
    }
    start(async () => setAnswer(await explain(text)))
  }
  return (
    <div data-print="hide">
      <Card title="Paste a bounce" description="Read here, stored nowhere">
        <label htmlFor={id} className="sr-only">
          Bounce text
        </label>
        <Textarea
          id={id}
          ref={field}
          mono
          rows={6}
          maxLength={20_000}
          placeholder="550 5.1.1 User unknown"
          spellCheck={false}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) ask()
          }}
        />
        <div className="mt-2 flex items-center gap-2">
          <Button variant="primary" pending={pending} onClick={ask}>
            Explain
          </Button>
          <span className="text-12 text-muted">
            <Kbd>{modifier}</Kbd> <Kbd>Enter</Kbd>
          </span>
        </div>
        <div role="status">
          {answer && (
            <div className="mt-3 border-t border-border pt-3">
              {answer.ok ? <Explained answer={answer.value} base={base} /> : <p>{answer.error.message}</p>}
            </div>
          )}
        </div>
      </Card>
    </div>
  )
}
