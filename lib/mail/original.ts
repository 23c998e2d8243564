import { parseHeaders, type Headers } from './headers'

/** Lines after which reports quote the mail that bounced. */
const MARKS = new RegExp(
  String.raw`^[-=_*># \t]*(?:` +
    [
      'below this line is (?:a copy of the message|the original bounce)',
      'below is a copy of the (?:message|original|returned)',
      '(?:the )?(?:following|this|here) is a copy of (?:the|your) (?:original )?(?:message|headers?)',
      'this is a copy of (?:the|your) message',
      'included (?:below )?is a copy of the message',
      'a copy of (?:the|your) (?:original )?message (?:is|follows|below|appears)',
      'the original message (?:follows|was sent)',
      'original message (?:follows|headers?|header follows)',
      'original (?:message|mail)\\s*[-=_*]{2,}',
      '(?:start of|begin(?:ning)? of) (?:the )?(?:original|returned|unsent) message',
      '(?:undelivered|unsent|returned|rejected|bounced) (?:message|mail)(?: headers?)?(?: (?:follows|below|is attached)|\\s*-{2,})',
      'message (?:header|headers|text|contents?) (?:follows|follow)',
      'message headers?\\s*[-=_*:]{1,}',
      'old message:',
      'the (?:header|headers|first \\d+ lines) of the (?:original )?message',
      'received message (?:header|is)',
      'your (?:original )?message (?:reads|follows|headers?)',
      'copie du message|ursprüngliche nachricht|mensaje original|messaggio originale|mensagem original',
    ].join('|') +
    ')',
  'i',
)

const HEADER =
  /^(?:>\s?)?(?:received|return-path|message-id|from|to|date|subject|mime-version|x-[\w-]+|dkim-signature|content-type|reply-to|sender|cc|in-reply-to|references|user-agent)\s*:/i

/** Index of the first of three header lines in a row, folded ones included; -1 where nothing is quoted. */
function headerRun(lines: readonly string[]): number {
  let start = -1
  let run = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (HEADER.test(line)) {
      if (run === 0) start = i
      if (++run === 3 && isHeaderBlock(lines, start)) return start
    } else if (!(run > 0 && /^[ \t]+\S/.test(line))) run = 0
  }
  return -1
}

/** "To, Subject, Sent" of a summary is no quoted header: a real one has a trace or an id. */
function isHeaderBlock(lines: readonly string[], start: number): boolean {
  return lines
    .slice(start, start + 40)
    .some((line) => /^(?:>\s?)?(?:received|return-path|message-id|mime-version)\s*:/i.test(line))
}

/** What a text says before the mail it quotes, and the quoted mail's own headers. */
export function splitOriginal(text: string): { said: string; headers: Headers } {
  const lines = text.split(/\r?\n/)
  const mark = lines.findIndex((line, i) => i > 0 && MARKS.test(line))
  const run = headerRun(lines)
  const cut = mark >= 0 && (run < 0 || mark < run) ? mark : run
  if (cut < 0) return { said: text, headers: new Map() }
  const quoted = run >= cut ? lines.slice(run) : lines.slice(cut + 1)
  const end = quoted.findIndex((line, i) => i > 0 && line.trim() === '')
  const block = quoted.slice(0, end < 0 ? undefined : end).map((line) => line.replace(/^> ?/, ''))
  return { said: lines.slice(0, cut).join('\n'), headers: parseHeaders(block.join('\n')) }
}
