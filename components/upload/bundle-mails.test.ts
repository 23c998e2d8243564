import { describe, expect, it } from 'vitest'
import { messagesOf } from '@/lib/mail/mbox'
import { bundleMails } from './bundle-mails'

const mail = (name: string, text: string) => new File([text], name)

describe('bundleMails', () => {
  it('makes one mbox of several mails that is cut into the same mails again', async () => {
    const texts = [
      'Subject: a\n\none',
      'From x@y.example Thu Jan  1 00:00:00 1970\nSubject: b\n\ntwo\n\nFrom z@y.example Thu Jan  1 10:00:00 1970\n',
    ]
    const csv = new File(['email\n'], 'a.csv')
    const [kept, bundle, ...rest] = await bundleMails([
      mail('a.eml', texts[0]!),
      csv,
      mail('b.EML', texts[1]!),
    ])
    expect([kept, bundle?.name, rest]).toEqual([csv, '2 mails.mbox', []])
    const messages = [...messagesOf(new Uint8Array(await bundle!.arrayBuffer()))].map((bytes) =>
      new TextDecoder()
        .decode(bytes)
        .replace(/^[^\n]*\n/, '')
        .replace(/^>(?=>*From )/gm, '')
        .trimEnd(),
    )
    expect(messages).toEqual(texts.map((text) => text.trimEnd()))
  })

  it('leaves a lone mail and other files as they are', async () => {
    const files = [mail('a.eml', 'Subject: a\n\none'), new File([''], 'b.csv')]
    expect(await bundleMails(files)).toEqual(files)
  })
})
