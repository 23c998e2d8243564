export interface SendFailure {
  /** A sentence for the person. */
  message: string
  /** Whether sending the same file again can help. */
  again: boolean
}

interface Sending {
  workspace: string
  file: File
  /** The same for every try of this file, so that a retry gives one file. */
  key: string
  /** SHA-256 of the file as this browser reads it; null where it could not be read. */
  hash: Promise<string | null>
  signal: AbortSignal
  onSent: (bytes: number) => void
}

export type SendOutcome = { ok: true; value: { importId: string } } | { ok: false; error: SendFailure }

interface Answer {
  status: number
  body: { uploadId?: string; importId?: string | null; error?: { message: string } } | null
}

const BROKE_OFF = 'The upload broke off. Nothing was stored; try again.'
const UNREADABLE = 'The browser can’t read this file any more. Choose it again.'
const failed = (message: string, again: boolean): SendOutcome => ({ ok: false, error: { message, again } })
/** What sending the same bytes again can't change: not allowed, too large, not understood. */
const FINAL = new Set([400, 401, 403, 404, 413])

/** Streams a file to the server, then confirms what arrived with what was read here. Never throws. */
export async function sendFile(sending: Sending): Promise<SendOutcome> {
  const sent = await sendBody(sending)
  if (!sent) return failed(sending.signal.aborted ? 'You stopped this upload.' : BROKE_OFF, true)
  const uploadId = sent.body?.uploadId
  if (sent.status >= 300 || !uploadId) return refused(sent)
  const sha256 = await sending.hash
  if (!sha256) return failed(UNREADABLE, false)
  const confirmed = await confirm(sending, uploadId, sha256)
  if (!confirmed) return failed(BROKE_OFF, true)
  const importId = confirmed.body?.importId
  return confirmed.status < 300 && importId ? { ok: true, value: { importId } } : refused(confirmed)
}

function refused({ status, body }: Answer): SendOutcome {
  return failed(body?.error?.message ?? BROKE_OFF, !FINAL.has(status))
}

/** The body by XMLHttpRequest, because fetch tells nothing of how much has been sent; null where it broke off. */
export function sendBody({ workspace, file, key, signal, onSent }: Sending): Promise<Answer | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${uploadsOf(workspace)}?name=${encodeURIComponent(file.name)}&key=${key}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.addEventListener('progress', (event) => onSent(event.loaded))
    request.addEventListener('load', () =>
      resolve({ status: request.status, body: request.response as Answer['body'] }),
    )
    request.addEventListener('error', () => resolve(null))
    request.addEventListener('abort', () => resolve(null))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

async function confirm(sending: Sending, uploadId: string, sha256: string): Promise<Answer | null> {
  const { workspace, file, signal } = sending
  try {
    const response = await fetch(`${uploadsOf(workspace)}/${uploadId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ size: file.size, sha256 }),
      signal,
    })
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  } catch {
    return null
  }
}

const uploadsOf = (workspace: string) => `/api/w/${encodeURIComponent(workspace)}/uploads`
