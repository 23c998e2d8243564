'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { ImportProgress } from '@/lib/ingest/counts'
import type { ImportState } from '@/db/schema'

/** One message of an import's event stream. */
export interface ProgressMessage {
  state: ImportState
  progress: ImportProgress | null
}

/** Follows an import by server-sent events; reloads the page's data when it changes state. */
export function useProgress(url: string, state: ImportState, first: ImportProgress | null) {
  const router = useRouter()
  const [progress, setProgress] = useState(first)
  const [connected, setConnected] = useState(true)
  useEffect(() => {
    const events = new EventSource(url)
    events.onopen = () => setConnected(true)
    events.onerror = () => setConnected(false)
    events.onmessage = (event: MessageEvent<string>) => {
      const message = JSON.parse(event.data) as ProgressMessage
      if (message.progress) setProgress(message.progress)
      if (message.state === state) return
      events.close()
      router.refresh()
    }
    return () => events.close()
  }, [url, state, router])
  return { progress, connected }
}
