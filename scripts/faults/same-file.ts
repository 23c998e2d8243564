import { readFile } from 'node:fs/promises'
import { emptyManifest, writeBigFile, type Manifest } from './lab/big-file'
import { begin, checkData, toTheEnd, type Place } from './lab/import'
import type { Report, Scale } from './lab/report'
import { openLab, type Lab } from './lab/stack'

export const summary =
  'one file three times in turn, at once and in other clothes; overlapping files at once: the union'

const PAIRS = 20

export async function run(report: Report, { rows, seed }: Scale): Promise<void> {
  const lab = await openLab()
  try {
    const manifest = emptyManifest()
    const size = Math.ceil(rows / 25)
    const linesOf = (rows: number, seed: number) => fileLines(lab, rows, seed, manifest)
    const file = await linesOf(size, seed)
    const text = file.join('')
    const inTurn = [await all(lab, [text]), await all(lab, [text]), await all(lab, [text])].flat()
    told(report, 'three times in turn', inTurn, size)
    const dressed = ['\uFEFF' + text, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), text]
    told(report, 'renamed, with a byte order mark, with other line ends', await all(lab, dressed), 0)
    const other = (await linesOf(size, seed + 1)).join('')
    told(report, 'three times at once', await all(lab, [other, other, other]), size)
    for (let pair = 1; pair <= PAIRS; pair++) {
      const [head, ...lines] = await linesOf(Math.round(size * 1.4), seed + 1 + pair)
      const halves = [lines.slice(0, size), lines.slice(-size)].map((part) => head! + part.join(''))
      const both = await all(lab, halves)
      told(report, `pair ${pair} with 60 % in common at once`, both, Math.round(size * 1.4))
    }
    const [{ deadlocks }] = (await lab.sql`
      select deadlocks from pg_stat_database where datname = current_database()`) as [{ deadlocks: string }]
    report.figure('deadlocks that Postgres broke up', deadlocks)
    await checkData(report, lab, manifest)
  } finally {
    await lab.close()
  }
}

async function fileLines(lab: Lab, rows: number, seed: number, manifest: Manifest): Promise<string[]> {
  const { path } = await writeBigFile(lab.folder, rows, seed, manifest)
  return (await readFile(path, 'utf8')).split(/(?<=\n)/)
}

let files = 0

/** Uploads and imports these files side by side. */
function all(lab: Lab, texts: string[]): Promise<Place[]> {
  return Promise.all(
    texts.map(async (text) => {
      const importId = await lab.uploadText(`file ${++files}.csv`, text)
      await begin(lab, importId)
      return toTheEnd(lab, importId)
    }),
  )
}

function told(report: Report, what: string, places: Place[], fresh: number): void {
  const sum = places.reduce((sum, { counts }) => sum + (counts?.new ?? 0), 0)
  const bad = places.filter(({ state }) => state !== 'imported').map(({ failure }) => failure)
  const known = places.map(({ counts }) => counts?.known ?? 0).join(' + ')
  report.check(
    what,
    sum === fresh && bad.length === 0,
    `${sum} new of ${fresh}, known ${known} ${bad.join(' ')}`,
  )
}
