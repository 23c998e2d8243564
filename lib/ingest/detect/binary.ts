export type RefusalCode =
  | 'empty'
  | 'header_only'
  | 'binary'
  | 'spreadsheet'
  | 'archive'
  | 'mail'
  | 'markup'
  | 'json'
  | 'suppression_list'
  | 'sent_volumes'
  | 'too_many_columns'
  | 'no_addresses'

/** Why a file is not read, in a sentence that says what it is and what to do. */
export interface Refusal {
  code: RefusalCode
  message: string
}

const SAVE_AS_CSV = 'Open it and save it as CSV, then upload that.'
const UNPACK = 'Unpack it and upload the CSV or log inside.'
const NOT_TEXT = 'Upload the CSV or log that your sending tool exports.'

const MAGIC: readonly (readonly [string, RefusalCode, string])[] = [
  [
    'd0cf11e0a1b11ae1',
    'spreadsheet',
    `This is an old Excel workbook or Office file, not a CSV. ${SAVE_AS_CSV}`,
  ],
  ['89504e47', 'binary', `This is a PNG picture, not a CSV. ${NOT_TEXT}`],
  ['ffd8ff', 'binary', `This is a JPEG picture, not a CSV. ${NOT_TEXT}`],
  ['47494638', 'binary', `This is a GIF picture, not a CSV. ${NOT_TEXT}`],
  ['25504446', 'binary', `This is a PDF, not a CSV. ${NOT_TEXT}`],
  ['1f8b', 'archive', `This is packed with gzip more than once. ${UNPACK}`],
  ['28b52ffd', 'archive', 'This is packed with zstd. Unpack it (zstd -d FILE) and upload the result.'],
  ['425a68', 'archive', `This is packed with bzip2. ${UNPACK}`],
  ['fd377a585a00', 'archive', `This is packed with xz. ${UNPACK}`],
  ['377abcaf271c', 'archive', `This is a 7-Zip archive. ${UNPACK}`],
  ['526172211a07', 'archive', `This is a RAR archive. ${UNPACK}`],
  ['504152', 'binary', `This is a Parquet file, not a CSV. ${NOT_TEXT}`],
  ['53514c69746520666f726d6174', 'binary', `This is an SQLite database, not a CSV. ${NOT_TEXT}`],
]

/** Recognises what is no text at all by its first bytes. */
export function refuseBinary(head: Uint8Array): Refusal | null {
  if (head.length === 0)
    return { code: 'empty', message: 'This file is empty. Export it again and upload that.' }
  const hex = [...head.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return zip(head)
  const known = MAGIC.find(
    ([start]) => hex.startsWith(start) && (start !== '504152' || hex.startsWith('50415231')),
  )
  if (known) return { code: known[1], message: known[2] }
  return null
}

function zip(head: Uint8Array): Refusal {
  const names = new TextDecoder('windows-1252').decode(head.subarray(0, 65536))
  if (/\bxl\/|workbook\.xml/.test(names)) {
    return { code: 'spreadsheet', message: `This is an Excel workbook (.xlsx), not a CSV. ${SAVE_AS_CSV}` }
  }
  if (/opendocument\.spreadsheet/.test(names)) {
    return { code: 'spreadsheet', message: `This is an OpenDocument spreadsheet, not a CSV. ${SAVE_AS_CSV}` }
  }
  if (/\[Content_Types\]\.xml/.test(names)) {
    return { code: 'spreadsheet', message: `This is an Office file, not a CSV. ${SAVE_AS_CSV}` }
  }
  if (/\.eml/i.test(names))
    return {
      code: 'archive',
      message:
        'This ZIP archive of mails is damaged or locked with a password. Pack the mails again without one.',
    }
  return { code: 'archive', message: `This is a ZIP archive. ${UNPACK}` }
}

/** Recognises text that is no table and no log: controls, HTML, XML, mails, JSON in one piece. */
export function refuseText(text: string): Refusal | null {
  const start = text.slice(0, 4096)
  const trimmed = start.trimStart()
  if (trimmed.replaceAll('\0', '') === '') {
    return { code: 'empty', message: 'This file has no text in it. Export it again and upload that.' }
  }
  // oxlint-disable-next-line no-control-regex -- counting control characters is the point
  const controls = start.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0
  if (controls > start.length * 0.1)
    return { code: 'binary', message: `This is not a text file. ${NOT_TEXT}` }
  if (/^(?:<!doctype html|<html|<head|<body|<table)/i.test(trimmed)) {
    return { code: 'markup', message: `This is a web page (HTML), not a CSV. ${SAVE_AS_CSV}` }
  }
  if (/^<\?xml|^<[a-z][\w:-]*[\s>]/i.test(trimmed) && !/^<\d+>/.test(trimmed)) {
    return { code: 'markup', message: `This is XML, not a CSV. ${SAVE_AS_CSV}` }
  }
  if (trimmed.startsWith('{\\rtf'))
    return { code: 'markup', message: `This is a text document (RTF), not a CSV. ${NOT_TEXT}` }
  if (/^From \S+@?\S* .*\d{4}\s*$/m.test(trimmed.split('\n', 1)[0]!) || isMail(trimmed)) {
    return {
      code: 'mail',
      message: 'This is a mail, not a table. Let it be read as a mail.',
    }
  }
  return null
}

const MAIL_HEADER =
  /^(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|From|To|Subject|Date|Content-Type|DKIM-Signature|X-[\w-]+|Auto-Submitted|Reply-To):\s/i

function isMail(text: string): boolean {
  const lines = text.split(/\r\n|[\r\n]/, 30).filter((line) => line !== '' && !/^\s/.test(line))
  return lines.length >= 3 && lines.slice(0, 4).filter((line) => MAIL_HEADER.test(line)).length >= 3
}
