import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const IMPORTS = 'eslint(no-restricted-imports)'

/** A file, an import (or a line) in it, and the rule that must object. */
const FORBIDDEN: [file: string, line: string, rule: string][] = [
  ['lib/clock.ts', "import '@/db/client'", IMPORTS],
  ['lib/clock.ts', "import './bounce/types'", IMPORTS],
  ['lib/clock.ts', "import 'next/headers'", IMPORTS],
  ['lib/bounce/a.ts', "import '@/db/schema'", IMPORTS],
  ['lib/bounce/deep/a.ts', "import '../../../db/schema'", IMPORTS],
  ['lib/bounce/a.ts', "import '../services/context'", IMPORTS],
  ['lib/bounce/a.ts', "import '@/lib/ingest/types'", IMPORTS],
  ['lib/bounce/a.ts', "import '../env'", IMPORTS],
  ['lib/bounce/a.ts', "import 'node:fs'", IMPORTS],
  ['lib/bounce/a.ts', "import 'react'", IMPORTS],
  ['lib/bounce/a.ts', 'export const x = Date.now()', 'eslint(no-restricted-properties)'],
  ['lib/bounce/a.ts', 'export const x = process.pid', 'eslint(no-restricted-globals)'],
  ['lib/bounce/a.test.ts', "import '@/db/schema'", IMPORTS],
  ['lib/ingest/a.ts', "import '@/lib/analytics/cells'", IMPORTS],
  ['lib/ingest/a.ts', "import 'drizzle-orm'", IMPORTS],
  ['lib/mail/a.ts', "import '@/lib/services/context'", IMPORTS],
  ['lib/mail/readers/a.ts', "import '../../../db/schema'", IMPORTS],
  ['lib/mail/a.ts', "import 'node:zlib'", IMPORTS],
  ['lib/mail/a.ts', 'export const x = Date.now()', 'eslint(no-restricted-properties)'],
  ['lib/dne/a.ts', "import '@/lib/resubmit/schedule'", IMPORTS],
  ['lib/resubmit/a.ts', "import '@/lib/ingest/types'", IMPORTS],
  ['lib/analytics/a.ts', "import '@/lib/services/context'", IMPORTS],
  ['lib/analytics/a.ts', "import 'node:crypto'", IMPORTS],
  ['lib/activity/a.ts', "import '@/lib/services/context'", IMPORTS],
  ['lib/activity/a.ts', "import 'node:crypto'", IMPORTS],
  ['lib/outbound/a.ts', "import '@/lib/auth'", IMPORTS],
  ['db/queries/a.ts', "import '@/lib/services/context'", IMPORTS],
  ['db/queries/deep/a.ts', "import '../../../lib/auth'", IMPORTS],
  ['db/queries/a.ts', "import 'next/cache'", IMPORTS],
  ['lib/services/x/a.ts', "import 'next/cache'", IMPORTS],
  ['lib/services/x/a.ts', "import '../../auth'", IMPORTS],
  ['lib/services/x/a.ts', "import '../../../app/layout'", IMPORTS],
  ['lib/jobs/a.ts', "import '@/components/ui/button'", IMPORTS],
  ['lib/jobs/a.ts', "import 'react'", IMPORTS],
  ['lib/cli/a.ts', "import '@/lib/auth'", IMPORTS],
  ['lib/auth/a.ts', "import '@/components/ui/button'", IMPORTS],
  ['lib/action.ts', "import '@/app/layout'", IMPORTS],
  ['components/ui/a.tsx', "import '@/db/client'", IMPORTS],
  ['components/ui/a.tsx', "import '../../lib/services/context'", IMPORTS],
  ['components/ui/a.tsx', "import '@/lib/env'", IMPORTS],
  ['components/ui/a.tsx', "import '@/app/layout'", IMPORTS],
  ['app/page.tsx', "import '@/lib/cli/run'", IMPORTS],
  ['app/page.tsx', "import '../db/embedded/server'", IMPORTS],
  ['lib/services/x/a.ts', 'export const x = process.env.HOME', 'node(no-process-env)'],
  ['app/page.tsx', 'export const x: any = 1', 'typescript(no-explicit-any)'],
  ['app/page.tsx', 'console.log(1)', 'eslint(no-console)'],
  ['app/page.tsx', '// @ts-ignore', 'typescript(ban-ts-comment)'],
  ['app/page.tsx', `// ${'TO'}${'DO'}: later`, 'eslint(no-warning-comments)'],
  ['app/page.tsx', 'try { close() } catch {}', 'eslint(no-empty)'],
  [
    'lib/services/x/a.test.ts',
    "import { it } from 'vitest'\nit.skip('x', () => {})",
    'vitest(no-disabled-tests)',
  ],
  [
    'lib/services/x/a.ts',
    Array.from({ length: 301 }, (_, n) => `export const n${n} = ${n}`).join('\n'),
    'eslint(max-lines)',
  ],
]

const ALLOWED: [file: string, line: string][] = [
  ['lib/clock.ts', "import '@/lib/result'"],
  ['lib/clock.ts', "import './errors'"],
  ['lib/bounce/a.ts', "import 'zod'"],
  ['lib/bounce/a.ts', "import '@/lib/result'"],
  ['lib/bounce/deep/a.ts', "import '../types'"],
  ['lib/bounce/a.test.ts', "import 'node:fs'"],
  ['lib/ingest/a.ts', "import '@/lib/bounce'"],
  ['lib/resubmit/a.ts', "import '../dne/canonical'"],
  ['lib/analytics/a.ts', "import '@/lib/bounce/families'"],
  ['db/queries/a.ts', "import '@/lib/analytics/filter'"],
  ['db/queries/a.ts', "import 'drizzle-orm'"],
  ['lib/services/x/a.ts', "import '@/db/client'"],
  ['lib/services/imports/a.ts', "import '../uploads/receive'"],
  ['lib/jobs/a.ts', "import '@/lib/services/context'"],
  ['lib/cli/a.ts', "import '@/lib/services/context'\nconsole.log(1)"],
  ['lib/auth/a.ts', "import 'next/headers'\nimport '@/db/connection'"],
  ['lib/route.ts', "import '@/lib/services/context'"],
  ['components/ui/a.tsx', "import '@/lib/bounce'\nimport '@/lib/format'\nimport './b'"],
  [
    'app/page.tsx',
    "import '@/db/connection'\nimport '@/lib/services/context'\nimport '@/components/ui/button'",
  ],
  ['scripts/a.ts', 'console.log(process.env.HOME)'],
]

let folder: string
const found = new Map<string, string[]>()

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rebound-lint-'))
  copyFileSync('.oxlintrc.json', join(folder, '.oxlintrc.json'))
  copyFileSync('tsconfig.json', join(folder, 'tsconfig.json'))
  plant(FORBIDDEN.map(([file, line], at) => [pathOf('forbidden', file, at), line]))
  plant(ALLOWED.map(([file, line], at) => [pathOf('allowed', file, at), line]))
  plant([
    ['lib/ring/one.ts', "import { two } from './two'\nexport const one = () => two()"],
    ['lib/ring/two.ts', "import { one } from '@/lib/ring/one'\nexport const two = () => one()"],
  ])
  for (const { filename, code } of lint()) found.set(filename, [...(found.get(filename) ?? []), code])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the layer rules', () => {
  it.each(FORBIDDEN.map((one, at) => [...one, at] as const))('%s may not: %s', (file, line, rule, at) => {
    expect(found.get(pathOf('forbidden', file, at)) ?? []).toContain(rule)
  })

  it.each(ALLOWED.map((one, at) => [...one, at] as const))('%s may: %s', (file, line, at) => {
    const codes = found.get(pathOf('allowed', file, at)) ?? []
    expect(
      codes.filter((code) => code === IMPORTS || code.includes('console') || code.includes('process')),
    ).toEqual([])
  })

  it('finds a ring of imports, through the alias too', () => {
    expect(found.get('lib/ring/one.ts')).toContain('import(no-cycle)')
  })
})

/** Files of one case each: kernel files and guards keep their name in a folder of their own, others get a number. */
function pathOf(kind: string, file: string, at: number): string {
  const fixed = /^(lib\/(action|route)\.ts)$/.test(file)
  return fixed ? file : file.replace(/(\.test)?(\.tsx?)$/, `-${kind}-${at}$1$2`)
}

function plant(files: [file: string, text: string][]): void {
  for (const [file, text] of files) {
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    writeFileSync(join(folder, file), `${text}\nexport {}\n`)
  }
}

function lint(): { filename: string; code: string }[] {
  const program = resolve('node_modules/oxlint/bin/oxlint')
  const { stdout } = spawnSync(process.execPath, [program, '-f', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return JSON.parse(stdout).diagnostics
}
