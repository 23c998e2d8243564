import { sampleRows, type SampleRow } from './sample-rows'

const HEADER = 'Email,Name,Bounced at,Sending account,Campaign,SMTP code,Enhanced code,Diagnostic\n'
const CODES = /^(?:(\d{3})[ -]?)?#?(\d\.\d{1,3}\.\d{1,3})?/

const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function line(row: SampleRow): string {
  const [, smtp = '', enhanced = ''] = CODES.exec(row.diagnostic) ?? []
  const time = new Date(row.at * 1000).toISOString().replace('.000', '')
  return [row.recipient, row.name, time, row.account, row.campaign, smtp, enhanced, row.diagnostic]
    .map(quoted)
    .join(',')
}

/** The sample data as the bytes of a CSV file, a chunk per day; it takes the same way in as any upload. */
export function* sampleCsv(now: Date, timeZone: string, size?: number): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(HEADER)
  for (const rows of sampleRows(now, timeZone, size)) {
    if (rows.length > 0) yield encoder.encode(rows.map((row) => `${line(row)}\n`).join(''))
  }
}
