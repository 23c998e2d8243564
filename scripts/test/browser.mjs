import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'

const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * Finds a browser once, before any test runs: REBOUND_CHROMIUM, else Playwright's own, else the system's, else the one
 * packed in @sparticuz/chromium. Gives the environment that Playwright's processes need; throws where there is none.
 */
export async function browserEnvironment() {
  if (process.env.REBOUND_CHROMIUM) return { REBOUND_CHROMIUM: process.env.REBOUND_CHROMIUM }
  const { chromium } = await import('@playwright/test')
  const installed = [chromium.executablePath(), ...SYSTEM.flatMap(onPath), ...MAC].find((path) =>
    existsSync(path),
  )
  if (installed) return { REBOUND_CHROMIUM: installed }
  return unpackBrowser()
}

function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
}

/** The package brings its own libraries and fonts; it tells where by these two variables. */
async function unpackBrowser() {
  const folder = join(tmpdir(), `rebound-chromium-${userInfo().username}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x'
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    let path = await packed.executablePath()
    if (!starts(path)) {
      // A run that was killed while it unpacked leaves half a browser.
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      path = await packed.executablePath()
    }
    if (!starts(path))
      throw new Error('No browser: set REBOUND_CHROMIUM to a Chromium or Chrome, or install one.')
    const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env
    return { REBOUND_CHROMIUM: path, LD_LIBRARY_PATH, FONTCONFIG_PATH }
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

function starts(path) {
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0
}
