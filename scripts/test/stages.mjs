import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserEnvironment } from './browser.mjs'
import { checkCounts, playwrightCounts, vitestCounts } from './counts.mjs'
import { runProgram } from './run-program.mjs'

const DIST = '.next-test'
const KEPT = new Set(['REBOUND_TEST_DATABASE_URL', 'REBOUND_CHROMIUM', 'REBOUND_DIST_DIR'])

/** The stages in order; `programs` run one after the other, up to the first that fails. */
const STAGES = [
  { name: 'format', programs: [['prettier/bin/prettier.cjs', '--check', '.']], counts: checkCounts },
  { name: 'lint', programs: [['oxlint/bin/oxlint', '--deny-warnings']], counts: checkCounts },
  {
    name: 'types',
    programs: [
      ['next/dist/bin/next', 'typegen'],
      ['typescript/bin/tsc', '--noEmit'],
    ],
    counts: checkCounts,
  },
  { name: 'unused', programs: [['knip/bin/knip.js']], counts: checkCounts },
  { name: 'unit', programs: [vitest('unit')], counts: vitestCounts },
  { name: 'integration', programs: [vitest('integration')], counts: vitestCounts },
  { name: 'build', programs: [['tsx/dist/cli.mjs', 'scripts/build.ts']], counts: checkCounts },
  {
    name: 'browser',
    programs: [['@playwright/test/cli.js', 'test']],
    counts: playwrightCounts,
    needs: browserStage,
  },
]

function vitest(project) {
  return ['vitest/vitest.mjs', 'run', '--project', project, '--reporter=default', '--reporter=json']
}

/** Runs all stages, or those that are named, and gives the sums. */
export async function runStages(names) {
  const chosen = STAGES.filter(({ name }) => names.length === 0 || names.includes(name))
  const reports = mkdtempSync(join(tmpdir(), 'rebound-reports-'))
  const results = []
  for (const stage of chosen) results.push(await runStage(stage, join(reports, `${stage.name}.json`)))
  rmSync(reports, { recursive: true, force: true })
  return summarise(results)
}

async function runStage(stage, report) {
  console.log(`\n── ${stage.name} ${'─'.repeat(66 - stage.name.length)}`)
  const since = Date.now()
  const counts = await countsOf(stage, report)
  return { ...counts, name: stage.name, seconds: (Date.now() - since) / 1000 }
}

async function countsOf({ programs, counts, needs }, report) {
  try {
    const env = { ...ownEnvironment(), REBOUND_TEST_REPORT: report, ...(needs ? await needs() : {}) }
    for (const [program, ...args] of programs) {
      const output = program.startsWith('vitest') ? [`--outputFile.json=${report}`] : []
      const code = await runProgram(join('node_modules', program), [...args, ...output], env)
      if (code !== 0) return counts(code, report)
    }
    return counts(0, report)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  }
}

/** Nothing of the person's own settings: a test must not meet their database. */
function ownEnvironment() {
  const own = ([name]) =>
    KEPT.has(name) || !/^(REBOUND_|DATABASE_URL$|PORT$|HOST$|NODE_ENV$|NEXTAUTH_)/.test(name)
  const kept = Object.fromEntries(Object.entries(process.env).filter(own))
  return {
    ...kept,
    REBOUND_DIST_DIR: kept.REBOUND_DIST_DIR ?? DIST,
    NEXT_TELEMETRY_DISABLED: '1',
    FORCE_COLOR: '0',
  }
}

async function browserStage() {
  return { ...(await browserEnvironment()), REBOUND_E2E_PORT: String(await freePort()) }
}

async function freePort() {
  const probe = createServer()
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return port
}

function summarise(results) {
  console.log(`\n── all ${'─'.repeat(63)}`)
  for (const { name, passed, failed, seconds, repeated = [] } of results) {
    const figures = `${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed`
    console.log(`${name.padEnd(12)} ${figures}  ${seconds.toFixed(0).padStart(4)} s`)
    for (const test of repeated) console.log(`             passed only on a second try: ${test}`)
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  return { passed: sum('passed'), failed: sum('failed') }
}
