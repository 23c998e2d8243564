import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isMbox, messagesOf } from '@/lib/mail/mbox'
import { readMail } from '@/lib/mail/read-mail'
import { DIALECTS } from '@/lib/mail/testing/dialects'
import { FAMILIES } from '@/lib/mail/testing/families'
import { GATEWAYS } from '@/lib/mail/testing/gateways'
import { LETTERS } from '@/lib/mail/testing/letters'
import { EXAMPLES } from '@/lib/mail/testing/mails'
import { SERVERS } from '@/lib/mail/testing/servers'

export const summary =
  'Bounce mails a second, whole, on one core: our fixtures and, given, those of a folder [folder]'

/** Prints mails a second over the project's own fixtures, then over a folder of .eml and mbox files. */
export async function run([folder]: string[]): Promise<void> {
  const own = [EXAMPLES, FAMILIES, GATEWAYS, SERVERS, DIALECTS, LETTERS]
    .flat()
    .map(({ mail }) => new TextEncoder().encode(mail))
  report('our fixtures', own)
  if (folder) report(folder, mailsBelow(folder))
}

function report(name: string, mails: readonly Uint8Array[]): void {
  const bytes = mails.reduce((sum, mail) => sum + mail.length, 0)
  for (const mail of mails) readMail(mail)
  // Of the processor's time, so that other work on the machine does not count.
  const before = process.cpuUsage()
  const used = () => process.cpuUsage(before).user + process.cpuUsage(before).system
  let read = 0
  while (used() < 2_000_000) for (const mail of mails) if (readMail(mail)) read++
  const seconds = used() / 1_000_000
  const rate = Math.round(read / seconds).toLocaleString('en')
  const kilobytes = (bytes / mails.length / 1024).toFixed(1)
  console.log(`${rate.padStart(10)} mails/s  ${name}: ${mails.length} mails of ${kilobytes} kB`)
}

function mailsBelow(path: string): Uint8Array[] {
  if (statSync(path).isDirectory()) return readdirSync(path).flatMap((name) => mailsBelow(join(path, name)))
  const bytes = new Uint8Array(readFileSync(path))
  return isMbox(bytes) ? [...messagesOf(bytes)] : [bytes]
}
