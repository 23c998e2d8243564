import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { classify } from '@/lib/bounce/classify'
import type { Reply, Verdict } from '@/lib/bounce/types'
import { CommandError, textOption, type Command, type Io } from './command'

const ADDED = ['category', 'bounce_type', 'disposition', 'confidence', 'decided_by', 'evidence'] as const
function quote(cell: string): string {
  return /[",\r\n]/.test(cell) || /^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The verdict as the cells of `category … evidence`. */
export function verdictCells(verdict: Verdict): string[] {
  const { kind, category, bounceType, disposition, confidence, evidence } = verdict
  const type = kind === 'bounce' ? (bounceType ?? 'soft') : 'none'
  const decidedBy = evidence.rule === '' ? evidence.layer : `${evidence.layer}:${evidence.rule}`
  return [category ?? kind, type, disposition ?? '', confidence.toFixed(3), decidedBy, evidence.text]
}

/** A stream that prints each line; a line is written in one piece. */
function printing(io: Io): Writable {
  return new Writable({
    decodeStrings: false,
    write(line: string, _encoding, done) {
      io.out(line.replace(/\n$/, ''))
      done()
    },
  })
}

async function write(out: Writable, cells: readonly string[]): Promise<void> {
  if (!out.write(`${cells.map(quote).join(',')}\n`))
    await new Promise((resolve) => out.once('drain', resolve))
}

interface Columns {
  diagnostic: number
  smtpCode: number
  enhancedCode: number
  vendorClass: number
}

function columnsOf(header: readonly string[]): Columns | null {
  const names = header.map((name) => name.trim().toLowerCase())
  const diagnostic = names.indexOf('diagnostic')
  if (diagnostic < 0) return null
  const at = (name: string): number => names.indexOf(name)
  return {
    diagnostic,
    smtpCode: at('smtp_code'),
    enhancedCode: at('enhanced_code'),
    vendorClass: at('vendor_class'),
  }
}

function replyOf(row: readonly string[], columns: Columns): Reply {
  return {
    diagnostic: row[columns.diagnostic] ?? '',
    smtpCode: row[columns.smtpCode] || undefined,
    enhancedCode: row[columns.enhancedCode] || undefined,
    vendorClass: row[columns.vendorClass] || undefined,
  }
}

async function classifyFile(file: string, out: Writable): Promise<void> {
  const parser = parse({ bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true })
  const rows = createReadStream(file).pipe(parser) as AsyncIterable<string[]>
  let columns: Columns | null = null
  let width = 0
  for await (const row of rows) {
    if (columns === null) {
      columns = columnsOf(row)
      if (columns === null) throw new CommandError(`${file} has no column named diagnostic.`)
      width = row.length
      await write(out, [...row, ...ADDED])
      continue
    }
    const padded =
      row.length < width ? [...row, ...Array<string>(width - row.length).fill('')] : row.slice(0, width)
    await write(out, [...padded, ...verdictCells(classify(replyOf(row, columns)))])
  }
}

async function classifyLines(input: Io['stdin'], out: Writable): Promise<void> {
  await write(out, ['diagnostic', ...ADDED])
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() !== '') await write(out, [line, ...verdictCells(classify({ diagnostic: line }))])
  }
}

/** `classify FILE.csv --out OUT.csv`: adds what each row's diagnostic means and keeps all columns; `-` reads lines from standard input. */
export const classifyCommand: Command = {
  name: 'classify',
  summary: 'Tell what replies mean: adds category, type, disposition, confidence and evidence to a CSV',
  usage: 'FILE.csv [--out OUT.csv]',
  more: 'Reads the columns diagnostic, smtp_code, enhanced_code and vendor_class where they are there. FILE “-” reads one reply a line from standard input.',
  args: { min: 1, max: 1 },
  options: { out: { type: 'string' } },
  optionHelp: { out: 'where to write the CSV; without it, it is printed' },
  run: async (call) => {
    const file = call.args[0]!
    if (file !== '-' && !(await stat(file).catch(() => null))?.isFile())
      throw new CommandError(`${file} is not a file that can be read.`)
    const target = textOption(call, 'out')
    const out = target === undefined ? printing(call.io) : createWriteStream(target)
    try {
      await (file === '-' ? classifyLines(call.io.stdin, out) : classifyFile(file, out))
    } catch (error) {
      if (error instanceof CommandError) throw error
      throw new CommandError(
        `${file} could not be read: ${error instanceof Error ? error.message : String(error)}`,
      )
    } finally {
      out.end()
      await finished(out).catch((error: unknown) => call.io.err(`${target}: ${String(error)}`))
    }
    return 0
  },
}
