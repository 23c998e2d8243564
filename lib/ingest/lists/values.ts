import { ALIASES, HINTS } from '../formats/aliases'
import { squash } from '../formats/format'
import { isAddressLike } from '../detect/header'
import type { SampleRecord } from '../detect/sample'

const DOMAIN_NAMES = ['domain', 'domains', 'domainname', 'emaildomain', 'companydomain', 'blockeddomain']
const DOMAIN =
  /^\s*"?(?:\*?[.@])?(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*\.?"?\s*$/u

/** Whether a cell is a domain as far as one can see: `acme.io`, `*.acme.io`, `@acme.io`. */
export function isDomainLike(cell: string): boolean {
  return cell.length <= 253 && DOMAIN.test(cell)
}

/** An address in any of its shapes (`Name <a@b.c>`, `mailto:`), or a domain. */
export function isValueLike(cell: string): boolean {
  if (isAddressLike(cell) || isDomainLike(cell)) return true
  return cell.length <= 400 && (/^[^@]*<[^\s@]+@[^\s@]+>\s*$/.test(cell) || /^\s*mailto:\S+@\S+$/i.test(cell))
}

const valueNames = [...ALIASES.recipient.map(squash), ...DOMAIN_NAMES, 'value', 'contact', 'person']
const recipientHint = HINTS.find(([field]) => field === 'recipient')?.[1]

/** The column that holds the addresses (or domains): by what it holds first, by its name among equals; -1 for none. */
export function valueColumn(header: readonly string[], rows: readonly SampleRecord[]): number {
  let best = -1
  let most = 0
  header.forEach((title, index) => {
    const score = scoreOf(squash(title), rows, index)
    if (score > most) [best, most] = [index, score]
  })
  return best
}

function scoreOf(name: string, rows: readonly SampleRecord[], index: number): number {
  const filled = rows.map(({ cells }) => cells[index]?.trim() ?? '').filter((cell) => cell !== '')
  const share = (test: (cell: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length
  const addresses = share(
    (cell) => cell.includes('@') && isValueLike(cell.split(/[;,\s]/, 1)[0]!.trim() || cell),
  )
  const domains = share(isDomainLike)
  const place = valueNames.indexOf(name)
  const named = place >= 0 ? 1 - place / 1000 : recipientHint?.test(name) ? 0.5 : 0
  // Names alone decide where the first rows are empty, or not readable.
  if (addresses < 0.2 && domains < 0.2) return named > 0.5 ? named * 0.1 : 0
  // An address beats a web site's domain, whatever the columns are called; the sender's column is not the recipient's.
  const own = /^(?:from|send|sender|owner|rep)|owner|mailbox/.test(name) ? -0.8 : 0
  return (addresses >= 0.2 ? 2 + addresses : domains) + named + own
}
