import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

// What lint can't see: rules about two files at once, about names, and about calls without arguments.

interface Source {
  file: string
  text: string
  imports: string[]
}

const SOURCES = projectFiles()
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .map(read)

function projectFiles(): string[] {
  const folders = ['app', 'components', 'lib', 'db', 'e2e', 'scripts', 'proxy.ts']
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', ...folders]
  const { stdout } = spawnSync('git', args, { encoding: 'utf8' })
  return stdout.split('\n').filter(Boolean)
}

function read(file: string): Source {
  const text = readFileSync(file, 'utf8')
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)
  return { file, text, imports: [...found].map(([, path = '']) => targetOf(file, path)) }
}

/** A path inside the project, or the package's name as it stands. */
function targetOf(file: string, path: string): string {
  if (path.startsWith('@/')) return path.slice(2)
  return path.startsWith('.') ? normalize(join(dirname(file), path)) : path
}

/** The folder of the route a file belongs to; `_components` and the like belong to the folder that holds them. */
function routeOf(path: string): string {
  const parts = dirname(path).split('/')
  const hidden = parts.findIndex((part) => part.startsWith('_'))
  return parts.slice(0, hidden < 0 ? undefined : hidden).join('/')
}

describe('the import graph', () => {
  it('reads the project', () => {
    expect(SOURCES.length).toBeGreaterThan(100)
    expect(SOURCES.some((source) => source.imports.includes('lib/env'))).toBe(true)
  })

  it('has no route that imports another route', () => {
    const strays = SOURCES.filter(({ file }) => file.startsWith('app/')).flatMap(({ file, imports }) =>
      imports
        .filter(
          (target) => target.startsWith('app/') && !`${routeOf(file)}/`.startsWith(`${routeOf(target)}/`),
        )
        .map((target) => `${file} → ${target}`),
    )
    expect(strays).toEqual([])
  })

  it('has no name that says nothing', () => {
    const vague = /(^|\/)(utils?|helpers?|managers?|misc|common)(\.|\/|-)/
    expect(SOURCES.map(({ file }) => file).filter((file) => vague.test(file))).toEqual([])
  })

  it('gives the pure domain its time and its numbers', () => {
    const pure = /^lib\/(bounce|ingest|dne|resubmit|analytics)\//
    const clocks = SOURCES.filter(({ file }) => pure.test(file) && !/\.test\.|\/testing\//.test(file))
    const reading = clocks.filter(({ text }) => /new Date\(\)|Date\.now|Math\.random|randomUUID/.test(text))
    expect(reading.map(({ file }) => file)).toEqual([])
  })

  it('keeps test code out of what is served', () => {
    const served = SOURCES.filter(
      ({ file }) => /^(app|components|lib|proxy)/.test(file) && !/\.test\./.test(file),
    )
    const tools = /^(vitest|fast-check|@testing-library|@playwright)|(^|\/)testing(\/|$)/
    const strays = served.filter(
      ({ file, imports }) => !tools.test(dirname(file)) && imports.some((each) => tools.test(each)),
    )
    expect(strays.map(({ file }) => file)).toEqual([])
  })

  it('does not sleep in a test', () => {
    const tests = SOURCES.filter(
      ({ file }) => /\.(test|spec)\.tsx?$/.test(file) && !file.startsWith('scripts/import-graph'),
    )
    const sleeping = tests.filter(({ text }) =>
      /waitForTimeout\(|timers\/promises|await new Promise\(.*setTimeout/.test(text),
    )
    expect(sleeping.map(({ file }) => file)).toEqual([])
  })
})
