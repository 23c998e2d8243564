/**
 * Reads one physical line whose quotes break the rules: a quote closes only before a delimiter or the end, `\"` is a
 * quote. Gives null where a quoted cell stays open. The caller takes it only when the number of columns is right.
 */
export function lenientCells(line: string, delimiter: string): string[] | null {
  const cells: string[] = []
  let at = 0
  for (;;) {
    let open = at
    while (line[open] === ' ') open++
    if (line[open] !== '"') {
      const stop = line.indexOf(delimiter, at)
      cells.push(line.slice(at, stop < 0 ? line.length : stop))
      if (stop < 0) return cells
      at = stop + 1
      continue
    }
    const close = closingQuote(line, open + 1, delimiter)
    if (close < 0) return null
    cells.push(line.slice(open + 1, close).replace(/\\"|""/g, '"'))
    at = close + 1
    while (line[at] === ' ') at++
    if (at >= line.length) return cells
    at++
  }
}

function closingQuote(line: string, from: number, delimiter: string): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 1)) {
    if (line[at - 1] === '\\' && at > from) continue
    let after = at + 1
    while (line[after] === ' ') after++
    if (after >= line.length || line[after] === delimiter) return at
  }
  return -1
}

/** Line ends (LF, CR, CRLF) in `text` from `start` to `end`. */
export function countLines(text: string, start: number, end: number): number {
  let lines = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lines++
  }
  return lines
}
