import { beginsAsMail } from '@/lib/mail/header-lines'
import { isMbox } from '@/lib/mail/mbox'
import type { ReaderSettings } from '../settings'
import type { Found } from './found'

/** Reads the file as mails where it begins as one: with the line of an mbox, or with a mail's headers. */
export function readMails(head: Uint8Array, text: string, base: ReaderSettings): Found | null {
  if (!isMbox(head) && !beginsAsMail(text)) return null
  return { ok: true, settings: { ...base, format: 'mail' }, columns: [], notes: [] }
}
