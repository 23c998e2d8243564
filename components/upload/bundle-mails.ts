/** More would be larger than an upload may be. */
const MAX_BUNDLE = 900 * 1024 * 1024
const FROM_LINE = 'From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n'

/** Several .eml files as one mbox, so that a folder of mails is one import; other files, and a lone mail, as they are. */
export async function bundleMails(files: readonly File[]): Promise<File[]> {
  const mails = files.filter((file) => /\.eml$/i.test(file.name))
  const size = mails.reduce((sum, mail) => sum + mail.size, 0)
  if (mails.length < 2 || size > MAX_BUNDLE) return [...files]
  const parts: BlobPart[] = []
  for (const mail of mails) parts.push(FROM_LINE, ...(await quoted(mail)), '\n\n')
  const bundle = new File(parts, `${mails.length} mails.mbox`, { type: 'application/mbox' })
  return [...files.filter((file) => !mails.includes(file)), bundle]
}

/** The mail with `>` before each line that would part it in two; a file without one stays on the disk until it is sent. */
async function quoted(mail: File): Promise<BlobPart[]> {
  const bytes = new Uint8Array(await mail.arrayBuffer())
  const marks = fromLines(bytes)
  if (marks.length === 0) return [mail]
  const starts = [0, ...marks]
  return starts.flatMap((start, i) => {
    const piece = bytes.subarray(start, starts[i + 1] ?? bytes.length)
    return i === 0 ? [piece] : ['>', piece]
  })
}

/** Where lines begin with `From `. */
function fromLines(bytes: Uint8Array): number[] {
  const found: number[] = []
  for (let at = bytes.indexOf(0x46); at >= 0; at = bytes.indexOf(0x46, at + 1)) {
    const word = String.fromCharCode(...bytes.subarray(at, at + 5))
    if (word === 'From ' && (at === 0 || bytes[at - 1] === 0x0a)) found.push(at)
  }
  return found
}
