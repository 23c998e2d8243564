export interface SendFailure {
  /** A sentence for the person. */
  message: string
  /** Whether sending the same file again can help. */
  again: boolean
}

interface Sending {
  workspace: string
  file: File
  /** SHA-256 of the file as this browser reads it; null where it could not be read. */
  hash: Promise<string | null>
  signal: AbortSignal
  onSent: (bytes: number) => void
}

export type SendOutcome = { ok: true; value: { importId: string } } | { ok: false; error: SendFailure }

const BROKE_OFF = 'The upload broke off. Nothing was stored; try again.'
const failed = (message: string, again: boolean): SendOutcome => ({ ok: false, error: { message, again } })

/** Streams a file to the server and compares what arrived with what was read here. Never throws. */
export function sendFile(sending: Sending): Promise<SendOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const { workspace, file, signal, onSent } = sending
    request.open(
      'POST',
      `/api/w/${encodeURIComponent(workspace)}/uploads?name=${encodeURIComponent(file.name)}`,
    )
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = (event) => onSent(event.loaded)
    request.onload = () => void readAnswer(request, sending).then(resolve)
    request.onerror = () => resolve(failed(BROKE_OFF, true))
    request.onabort = () => resolve(failed('You stopped this upload.', true))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

async function readAnswer(request: XMLHttpRequest, { hash }: Sending): Promise<SendOutcome> {
  const answer = request.response as {
    importId?: string
    sha256?: string
    error?: { message: string }
  } | null
  const mine = await hash
  if (request.status < 300 && answer?.importId && mine)
    return { ok: true, value: { importId: answer.importId } }
  return failed(answer?.error?.message ?? BROKE_OFF, request.status !== 413)
}
