import { afterEach, describe, expect, it, vi } from 'vitest'
import { addUploads, dropUpload, retryUpload, takeArrived, uploadStore, type Upload } from './upload-store'

const answers: (
  { ok: true; value: { importId: string } } | { ok: false; error: { message: string; again: boolean } }
)[] = []
const sent: { name: string; key: string }[] = []

// The network is the only thing a test replaces: the queue, the hash and the state are real.
vi.mock('./send-file', () => ({
  sendFile: async ({ file, key, hash }: { file: File; key: string; hash: Promise<string | null> }) => {
    sent.push({ name: file.name, key })
    await hash
    return answers.shift()
  },
}))

const file = (name: string) => new File(['email\nada@northlight.example\n'], name)
const states = () => uploadStore.snapshot().map((upload) => `${upload.name} ${upload.state}`)
const settled = () =>
  vi.waitFor(() =>
    expect(uploadStore.snapshot().some((u) => u.state === 'waiting' || u.state === 'sending')).toBe(false),
  )

afterEach(() => {
  for (const upload of uploadStore.snapshot()) dropUpload(upload.id)
  sent.length = 0
  answers.length = 0
})

describe('the queue of uploads', () => {
  it('sends one after the other, and one that fails holds none back', async () => {
    answers.push(
      { ok: false, error: { message: 'broke off', again: true } },
      { ok: true, value: { importId: 'import-b' } },
    )
    await addUploads('acme', [file('a.csv'), file('b.csv')])
    expect(states()).toEqual(['a.csv sending', 'b.csv waiting'])
    await settled()
    expect(states()).toEqual(['a.csv failed', 'b.csv sent'])
    expect(sent.map((each) => each.name)).toEqual(['a.csv', 'b.csv'])
  })

  it('tries again under the same key, so that a retry gives one file', async () => {
    answers.push(
      { ok: false, error: { message: 'broke off', again: true } },
      { ok: true, value: { importId: 'import-a' } },
    )
    await addUploads('acme', [file('a.csv')])
    await settled()
    retryUpload(uploadStore.snapshot()[0]!.id)
    await settled()
    expect(states()).toEqual(['a.csv sent'])
    expect(new Set(sent.map((each) => each.key)).size).toBe(1)
  })

  it('tells of each arrival once, to its own workspace', async () => {
    answers.push({ ok: true, value: { importId: 'import-a' } })
    await addUploads('acme', [file('a.csv')])
    await settled()
    const ids = (uploads: Upload[]) => uploads.map((upload) => upload.importId)
    expect(ids(takeArrived('other'))).toEqual([])
    expect(ids(takeArrived('acme'))).toEqual(['import-a'])
    expect(ids(takeArrived('acme'))).toEqual([])
  })
})
