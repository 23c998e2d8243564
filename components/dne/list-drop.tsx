'use client'

import { Upload as UploadIcon } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { useFileDrop } from '@/components/upload/use-file-drop'
import { formatBytes } from '@/lib/format'
import { sendList } from './send-list'

interface Props {
  slug: string
  purpose: 'list' | 'check'
  title: string
  children: ReactNode
}

interface Sending {
  name: string
  size: number
  sent: number
  stop: () => void
}

/** Takes one file of addresses, dropped anywhere on the page or chosen, and goes to the page of what is in it. */
export function ListDrop({ slug, purpose, title, children }: Props) {
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<Sending | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => () => stop.current(), [])
  const take = useCallback(
    (files: readonly File[]) => {
      const file = files[0]
      if (!file) return
      stop.current()
      const abort = new AbortController()
      stop.current = () => abort.abort()
      const told = { name: file.name, size: file.size, sent: 0, stop: stop.current }
      setFailure(null)
      setSending(told)
      const onSent = (sent: number) => !abort.signal.aborted && setSending({ ...told, sent })
      void sendList({ slug, file, purpose, signal: abort.signal, onSent }).then((result) => {
        if (abort.signal.aborted) return setSending(null)
        if (result.ok) return router.push(`?file=${result.fileId}`)
        setSending(null)
        setFailure(result.message)
      })
    },
    [slug, purpose, router],
  )
  const over = useFileDrop(null, take)
  return (
    <div
      data-over={over || undefined}
      className="grid justify-items-center gap-2 rounded-lg border border-dashed border-border-strong px-4 py-8 text-center data-over:border-accent data-over:bg-selected"
    >
      <UploadIcon className="size-6 text-muted" strokeWidth={1.5} aria-hidden />
      <p className="text-14 font-semibold">{title}</p>
      <div className="max-w-md text-13 text-balance text-muted">{children}</div>
      {sending ? (
        <Arriving {...sending} />
      ) : (
        <Button variant="primary" className="mt-2" onClick={() => input.current?.click()}>
          Choose a file
        </Button>
      )}
      {failure && (
        <Notice kind="critical" live className="mt-2 text-left">
          {failure}
        </Notice>
      )}
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Choose a file"
        onChange={(event) => {
          take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}

function Arriving({ name, size, sent, stop }: Sending) {
  return (
    <div className="mt-2 grid w-full max-w-sm gap-1 text-12 text-muted">
      <Progress label={`Upload of ${name}`} value={sent} max={size} />
      <div className="flex items-center justify-between gap-2">
        <span className="min-w-0 truncate">{name}</span>
        <span className="whitespace-nowrap">
          {formatBytes(Math.min(sent, size))} of {formatBytes(size)}
        </span>
        <Button size="sm" variant="quiet" onClick={stop}>
          Stop
        </Button>
      </div>
    </div>
  )
}
