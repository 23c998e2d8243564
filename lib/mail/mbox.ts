const latin1 = new TextDecoder('latin1')
const LF = 0x0a
const CR = 0x0d

/** `From `, a sender and a time; strictly with the whole date of RFC 4155. */
const LOOSE = /^From \S.*\d{2}:\d{2}/
const STRICT = /^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:\d+ +)?[A-Z][a-z]{2} .{0,8}\d{2}:\d{2}/

/** Whether a line beginning at `at` parts messages. */
function isFromLine(bytes: Uint8Array, at: number, shape: RegExp): boolean {
  if (bytes[at] !== 0x46 || bytes[at + 1] !== 0x72 || bytes[at + 4] !== 0x20) return false
  const line = latin1.decode(bytes.subarray(at, at + 200)).split('\n', 1)[0] ?? ''
  return shape.test(line)
}

/** Whether bytes begin as an mbox. */
export function isMbox(head: Uint8Array): boolean {
  return isFromLine(head, 0, LOOSE)
}

/** Whether the line before `at` is empty; what lies before the bytes is not known to be. */
function afterBlank(bytes: Uint8Array, at: number): boolean {
  return bytes[at - 2] === LF || (bytes[at - 2] === CR && bytes[at - 3] === LF)
}

/**
 * Where the next message of an mbox begins, from `from` on and before `end`, or -1. A `From ` line counts only with a
 * date in it, a whole one where no empty line stands before, so that a sentence of a mail does not cut it.
 */
export function nextMessage(bytes: Uint8Array, from: number, end: number): number {
  for (let at = bytes.indexOf(0x46, from); at >= 0 && at < end; at = bytes.indexOf(0x46, at + 1))
    if (bytes[at - 1] === LF && isFromLine(bytes, at, afterBlank(bytes, at) ? LOOSE : STRICT)) return at
  return -1
}

/** The messages of an mbox as byte ranges. */
export function* messagesOf(mbox: Uint8Array): Generator<Uint8Array> {
  let start = 0
  for (let at = nextMessage(mbox, 1, mbox.length); at >= 0; at = nextMessage(mbox, at + 1, mbox.length)) {
    yield mbox.subarray(start, at)
    start = at
  }
  if (start < mbox.length) yield mbox.subarray(start)
}
