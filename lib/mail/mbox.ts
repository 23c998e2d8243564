/** Whether bytes begin as an mbox: a `From ` line (RFC 4155) with a date in it. */
export function isMbox(head: Uint8Array): boolean {
  const line = new TextDecoder('latin1').decode(head.subarray(0, 200)).split('\n', 1)[0] ?? ''
  return /^From \S.*\d{2}:\d{2}/.test(line)
}

/** The messages of an mbox as byte ranges; a `From ` line counts only after an empty line, as quoting requires. */
export function* messagesOf(mbox: Uint8Array): Generator<Uint8Array> {
  let start = 0
  for (let at = nextMark(mbox, 1); at >= 0; at = nextMark(mbox, at + 1)) {
    yield mbox.subarray(start, at)
    start = at
  }
  if (start < mbox.length) yield mbox.subarray(start)
}

const MARK = [0x46, 0x72, 0x6f, 0x6d, 0x20] // "From "

function nextMark(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x46, from); at >= 0; at = bytes.indexOf(0x46, at + 1)) {
    if (!MARK.every((byte, i) => bytes[at + i] === byte) || bytes[at - 1] !== 0x0a) continue
    const before = bytes[at - 2] === 0x0d ? bytes[at - 3] : bytes[at - 2]
    if (before === 0x0a) return at
  }
  return -1
}
