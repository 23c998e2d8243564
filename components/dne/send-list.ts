import { hashFile } from '@/components/upload/hash-file'
import { sendBody } from '@/components/upload/send-file'

interface Sending {
  slug: string
  file: File
  purpose: 'list' | 'check'
  signal: AbortSignal
  onSent: (bytes: number) => void
}

export type SentList = { ok: true; fileId: string } | { ok: false; message: string }

const BROKE_OFF = 'The upload broke off. Nothing was stored; try again.'

/** Sends a list of addresses, confirms what arrived with what was read here, and has it read. Never throws. */
export async function sendList({ slug, file, purpose, signal, onSent }: Sending): Promise<SentList> {
  const hash = hashFile(file, signal).catch(() => null)
  const key = crypto.randomUUID()
  const sent = await sendBody({ workspace: slug, file, key, hash, signal, onSent })
  const uploadId = sent?.body?.uploadId
  if (!sent || sent.status >= 300 || !uploadId) return refused(sent?.body?.error?.message)
  const sha256 = await hash
  if (!sha256) return refused('The browser can’t read this file any more. Choose it again.')
  try {
    const response = await fetch(`/api/w/${encodeURIComponent(slug)}/dne/files`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ uploadId, size: file.size, sha256, purpose }),
      signal,
    })
    const body = (await response.json()) as { fileId?: string; error?: { message: string } } | null
    return body?.fileId ? { ok: true, fileId: body.fileId } : refused(body?.error?.message)
  } catch {
    return refused(undefined)
  }
}

function refused(message: string | undefined): SentList {
  return { ok: false, message: message ?? BROKE_OFF }
}
