import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { isZip, MailArchive, UnreadableArchive } from '@/lib/mail/archive'
import { isMbox, messagesOf } from '@/lib/mail/mbox'
import { MAIL_LIMITS } from '@/lib/mail/limits'
import { readMail } from '@/lib/mail/read-mail'
import { CommandError, type Command } from './command'

/** An archive of mails may hold many; one that unpacks beyond this is refused. */
const MAX_UNPACKED = 1024 * 1024 * 1024

async function* filesBelow(path: string): AsyncGenerator<string> {
  const entry = await stat(path).catch(() => null)
  if (!entry) throw new CommandError(`${path} does not exist.`)
  if (!entry.isDirectory()) return void (yield path)
  for (const name of (await readdir(path)).toSorted()) yield* filesBelow(join(path, name))
}

function unpacked(raw: Uint8Array): Uint8Array {
  if (raw[0] === 0x1f && raw[1] === 0x8b) return gunzipSync(raw, { maxOutputLength: MAX_UNPACKED })
  if (!isZip(raw)) return raw
  const archive = new MailArchive()
  const parts: Uint8Array[] = []
  try {
    for (const part of archive.push(raw, true)) parts.push(part.slice())
  } catch (error) {
    throw error instanceof UnreadableArchive ? new CommandError(error.message) : error
  }
  return Buffer.concat(parts)
}

async function* mailsIn(path: string): AsyncGenerator<{ file: string; bytes: Uint8Array }> {
  const raw = await readFile(path)
  const bytes = unpacked(raw)
  const single = !isMbox(bytes)
  let number = 0
  for (const message of single ? [bytes] : messagesOf(bytes)) {
    number++
    yield {
      file: number === 1 && message.length === bytes.length ? path : `${path}#${number}`,
      bytes: message,
    }
  }
}

export const readMailCommand: Command = {
  name: 'read-mail',
  summary: 'Say what bounce mails report: who bounced, and why',
  usage: 'PATH… [--json]',
  more: `PATH is a mail (.eml), an mbox, either of them gzipped, a ZIP archive of them, or a folder. With --json each message gives one object a line.
A message over ${MAIL_LIMITS.bytes / 1024 / 1024} MB, ${MAIL_LIMITS.parts} parts or ${MAIL_LIMITS.depth} levels is not read.`,
  args: { min: 1, max: Infinity },
  options: { json: { type: 'boolean' } },
  optionHelp: { json: 'One JSON object a message' },
  run: async ({ args, values, io }) => {
    for (const path of args) {
      for await (const found of filesBelow(path)) {
        for await (const { file, bytes } of mailsIn(found)) {
          const reading = readMail(bytes)
          const { kind, bounces } = reading
          if (values['json']) io.out(JSON.stringify({ file, kind, bounces }))
          else
            io.out(
              [
                `${file}: ${reading.kind}`,
                ...reading.bounces.map((b) => `  ${b.recipient}  ${b.category}  ${b.diagnostic}`),
              ].join('\n'),
            )
        }
      }
    }
    return 0
  },
}
