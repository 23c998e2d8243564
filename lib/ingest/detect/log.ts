import type { Found } from './found'
import { FORMATS, formatById } from '../formats'
import type { FormatId } from '../formats/ids'
import type { ReaderSettings } from '../settings'

/** Reads the text as a log where enough of its first lines are of a log format, or a person says so. */
export function readLog(text: string, base: ReaderSettings, wanted: FormatId | undefined): Found | null {
  if (wanted && formatById(wanted).kind !== 'lines') return null
  const lines = text.split(/\r\n|[\r\n]/, 200).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')) // prettier-ignore
  const format = FORMATS.find((one) => {
    if (one.kind !== 'lines') return false
    if (wanted) return one.id === wanted
    const hits = lines.filter((line) => one.matchLine(line)).length
    return hits > 0 && hits >= lines.length * 0.1
  })
  if (!format) return null
  const settings = { ...base, format: format.id, timeZone: format.utc ? 'UTC' : base.timeZone }
  return { ok: true, settings, columns: [], notes: [] }
}
