import { zipSync, type Zippable } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isZip, MailArchive, UnreadableArchive } from './archive'
import { messagesOf } from './mbox'
import { readMail } from './read-mail'
import { EXAMPLES } from './testing/mails'

const encode = (text: string) => new TextEncoder().encode(text)
const mails = EXAMPLES.map(({ mail }) => mail)

function unpack(zip: Uint8Array, size = 1000): Uint8Array {
  const archive = new MailArchive()
  const parts: Uint8Array[] = []
  for (let at = 0; at < zip.length; at += size)
    parts.push(
      ...[...archive.push(zip.subarray(at, at + size), at + size >= zip.length)].map((p) => p.slice()),
    )
  return Buffer.concat(parts)
}

const read = (zip: Uint8Array, size?: number) =>
  [...messagesOf(unpack(zip, size))].map((message) => readMail(message))

const packed = (files: Record<string, string>): Zippable =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encode(text)]))

/** A mail of 30 MB. */
function large(mail: string): Uint8Array {
  const bytes = new Uint8Array(30 * 1024 * 1024).fill(0x78)
  bytes.set(encode(mail))
  return bytes
}

describe('an archive of mails', () => {
  const zip = zipSync(packed(Object.fromEntries(mails.map((mail, i) => [`folder/${i}.eml`, mail]))))

  it.each([64, 1000, 1_000_000])('gives every mail, in pieces of %s bytes', (size) => {
    expect(isZip(zip)).toBe(true)
    expect(read(zip, size)).toEqual(mails.map((mail) => readMail(encode(mail))))
  })

  it('gives the mails of an mbox inside, and leaves out what a system puts beside', () => {
    const mbox = mails.map((mail) => `From x@y.example Tue Nov 10 08:15:00 2026\n${mail}\n\n`).join('')
    const mixed = zipSync(
      packed({
        'all.mbox': mbox,
        '__MACOSX/._all.mbox': 'resource',
        '.DS_Store': 'finder',
        'one.eml': mails[0]!,
      }),
    )
    expect(read(mixed).map(({ kind }) => kind)).toEqual([...EXAMPLES, EXAMPLES[0]!].map(({ kind }) => kind))
  })

  it('does not cut a mail at a line that looks like the start of another', () => {
    const mail = `${mails[0]!}\n\nFrom anna@acme.example Tue Nov 10 08:15:00 2026\nand so on\n`
    expect(read(zipSync(packed({ 'a.eml': mail, 'b.eml': mails[1]! })))).toHaveLength(2)
  })

  it('counts a file that is no mail, and an empty one not', () => {
    const other = zipSync(packed({ 'notes.txt': 'Call Anna.\n', 'empty.eml': '', 'a.eml': mails[0]! }))
    expect(read(other).map(({ kind }) => kind)).toEqual(['not_bounce', 'bounce'])
  })

  it('keeps of a mail beyond the limit only so much that it is refused', () => {
    const zip = zipSync({ 'a.eml': large(mails[0]!) }, { level: 0 })
    const mbox = unpack(zip)
    expect(mbox.length).toBeLessThan(40 * 1024 * 1024)
    expect([...messagesOf(mbox)].map((message) => readMail(message).unread)).toEqual(['too_large'])
  }, 60_000)

  it('stops at a bomb before it is unpacked', () => {
    const bomb = zipSync({ 'a.eml': new Uint8Array(80 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(300_000)
    expect(() => unpack(bomb)).toThrow('far more than its size')
  }, 60_000)

  it('says plainly that an archive is damaged or cut off', () => {
    const damaged = zip.slice()
    damaged.fill(0xff, 40, 400)
    expect(() => unpack(damaged)).toThrow(UnreadableArchive)
    expect(() => unpack(zip.subarray(0, 300))).toThrow(UnreadableArchive)
  })
})
