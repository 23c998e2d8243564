import { afterEach, describe, expect, it, vi } from 'vitest'
import { addUploads, dropUpload, retryUpload, takeOnward, uploadStore } from './upload-store'

type Answer =
  { ok: true; value: { importId: string } } | { ok: false; error: { message: string; again: boolean } }

const answers: (Answer | Promise<Answer>)[] = []
const arrive = (...ids: string[]) =>
  answers.push(...ids.map((importId) => ({ ok: true as const, value: { importId } })))
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

  it('leads a single file to its import, once, in its own workspace', async () => {
    arrive('import-a')
    await addUploads('acme', [file('a.csv')])
    await settled()
    expect(takeOnward('other', false)).toBeNull()
    expect(takeOnward('acme', true)).toEqual({ to: 'import', importId: 'import-a' })
    expect(takeOnward('acme', false)).toBeNull()
    expect(states()).toEqual([])
  })

  it('asks for a fresh list where a file arrives while the list is on its way', async () => {
    arrive('import-a')
    let arriveToo: (answer: Answer) => void = () => {}
    answers.push(new Promise<Answer>((resolve) => (arriveToo = resolve)))
    await addUploads('acme', [file('a.csv'), file('b.csv')])
    await vi.waitFor(() => expect(states()).toEqual(['a.csv sent', 'b.csv sending']))
    expect(takeOnward('acme', false)).toEqual({ to: 'list' })
    arriveToo({ ok: true, value: { importId: 'import-b' } })
    await settled()
    expect(takeOnward('acme', false)).toBeNull() // still on the old page
    expect(takeOnward('acme', true)).toEqual({ to: 'refresh' })
    expect(takeOnward('acme', true)).toBeNull()
  })

  it('goes to the list once where several arrive together', async () => {
    arrive('import-a', 'import-b')
    await addUploads('acme', [file('a.csv'), file('b.csv')])
    await settled()
    expect(takeOnward('acme', false)).toEqual({ to: 'list' })
    expect(takeOnward('acme', true)).toBeNull()
  })
})
