import { newId } from '@/lib/id'
import { bundleMails } from './bundle-mails'
import { sendFile, type SendFailure } from './send-file'

export type UploadState = 'waiting' | 'sending' | 'sent' | 'failed'

/** One file on its way to the server. */
export interface Upload {
  id: number
  /** Slug of the workspace it goes to. */
  workspace: string
  name: string
  size: number
  state: UploadState
  /** Bytes sent so far. */
  sent: number
  /** The import that was opened for it; null until it is sent. */
  importId: string | null
  failure: SendFailure | null
}

const listeners = new Set<() => void>()
const files = new Map<number, { file: File; key: string }>()
const stops = new Map<number, AbortController>()
let uploads: readonly Upload[] = []
let lastId = 0
let working = false

function set(next: readonly Upload[]) {
  uploads = next
  for (const listener of listeners) listener()
}

function change(id: number, values: Partial<Upload>) {
  set(uploads.map((upload) => (upload.id === id ? { ...upload, ...values } : upload)))
}

/** The queue of uploads of this tab; it lives on while pages change. */
export const uploadStore = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
  snapshot: () => uploads,
}

/** Puts files at the end of the queue, several mails as one; each is sent after the one before it. */
export async function addUploads(workspace: string, chosen: Iterable<File>): Promise<void> {
  const added = (await asFewFiles([...chosen])).map((file): Upload => {
    const id = ++lastId
    files.set(id, { file, key: newId() })
    return {
      id,
      workspace,
      name: file.name,
      size: file.size,
      state: 'waiting',
      sent: 0,
      importId: null,
      failure: null,
    }
  })
  set([...uploads.filter((upload) => upload.state !== 'sent'), ...added])
  void work()
}

/** A file that can't be read here says so when it is sent. */
const asFewFiles = (chosen: File[]) => bundleMails(chosen).catch(() => chosen)

const taken = new Set<number>()

/** Where uploads that have arrived lead. */
export type Onward = { to: 'import'; importId: string } | { to: 'list' } | { to: 'refresh' }

/**
 * Where to go now that uploads have arrived, each told once: a single file leads to its import, the first of several to
 * the list. What arrives while that list is still on its way is kept until it is shown, and then asks for a fresh one.
 */
export function takeOnward(workspace: string, onList: boolean): Onward | null {
  const own = uploads.filter((upload) => upload.workspace === workspace)
  const sent = own.filter((upload) => upload.state === 'sent')
  const arrived = sent.filter((upload) => !taken.has(upload.id))
  const [one] = arrived
  if (!one) return null
  const led = arrived.length < sent.length
  if (led && !onList) return null
  arrived.forEach((upload) => taken.add(upload.id))
  if (onList && own.length > 1) return { to: 'refresh' }
  if (own.length > 1 || !one.importId) return { to: 'list' }
  dropUpload(one.id)
  return { to: 'import', importId: one.importId }
}

/** Sends a failed upload again from its first byte. */
export function retryUpload(id: number): void {
  change(id, { state: 'waiting', sent: 0, failure: null })
  void work()
}

/** Stops an upload if it runs, and takes it off the list. */
export function dropUpload(id: number): void {
  stops.get(id)?.abort()
  stops.delete(id)
  files.delete(id)
  set(uploads.filter((upload) => upload.id !== id))
}

async function work() {
  if (working) return
  working = true
  for (let next = waiting(); next; next = waiting()) await send(next)
  working = false
}

const waiting = () => uploads.find((upload) => upload.state === 'waiting')

async function send({ id, workspace }: Upload) {
  const held = files.get(id)
  if (!held) return dropUpload(id)
  const { file, key } = held
  const stop = new AbortController()
  stops.set(id, stop)
  change(id, { state: 'sending' })
  // The hash is ready by the time the last byte is out: reading the disk is faster than the network. Its code is
  // fetched with the first upload, not with every page.
  const hash = import('./hash-file').then((m) => m.hashFile(file, stop.signal)).catch(() => null)
  const outcome = await sendFile({
    workspace,
    file,
    key,
    hash,
    signal: stop.signal,
    onSent: (sent) => change(id, { sent }),
  })
  stops.delete(id)
  if (outcome.ok) {
    files.delete(id)
    change(id, { state: 'sent', sent: file.size, importId: outcome.value.importId })
  } else {
    change(id, { state: 'failed', failure: outcome.error })
  }
}
