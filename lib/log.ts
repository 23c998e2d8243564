import { pino } from 'pino'
import { env } from '@/lib/env'

const ADDRESS = /[^\s"'<>()[\],;:=\\/]+@[^\s"'<>()[\],;:=\\/@]+/gu
const SECRETS = [
  'password',
  'secret',
  'token',
  'cookie',
  'authorization',
  'DATABASE_URL',
  'parameters',
  'args',
]

/** Takes addresses (and the password of a database URL) out of a line of text. */
export function withoutAddresses(line: string): string {
  return line.replace(ADDRESS, '[address]')
}

/** The log: one JSON object a line on standard output. Personal data is taken out of whatever is logged. */
export const log = pino(
  {
    level: env().REBOUND_LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRETS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
    formatters: { level: (level) => ({ level }) },
  },
  { write: (line: string) => void process.stdout.write(withoutAddresses(line)) },
)
