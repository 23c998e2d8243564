const HEADER = /^[A-Za-z][A-Za-z0-9_-]{1,60}:(?:\s|$)/
const OF_MAILS =
  /^(?:return-path|received|delivered-to|mime-version|message-id|from|to|subject|date|content-type|reply-to|auto-submitted|x-failed-recipients|x-original-to|envelope-to):/i

/** Whether a text begins as a mail does: header lines only, among them two that every mail has. */
export function beginsAsMail(text: string): boolean {
  const lines = text
    .slice(0, 16_384)
    .trimStart()
    .split(/\r\n|[\r\n]/)
  const end = lines.indexOf('')
  const head = lines
    .slice(0, end < 0 ? 40 : Math.min(end, 40))
    .filter((line) => !/^[ \t]|^>?From /.test(line))
  if (head.length < 3) return false
  const names = new Set(head.flatMap((line) => OF_MAILS.exec(line)?.[0].toLowerCase() ?? []))
  return names.size >= 2 && head.slice(0, 4).every((line) => HEADER.test(line))
}
