import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { childEnv } from '@/lib/env'
import { bundleWorker } from './bundle-worker'
import { takeLock } from './lock'

const SOURCES = ['app', 'components', 'lib', 'db', 'public']
const FILES = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'next.config.ts',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'scripts/start/bundle-worker.ts',
  'scripts/start/worker.ts',
  'scripts/start/stop-signal.mjs',
]
const NOT_BUILT = /\.test\.tsx?$|\.db\.test\.ts$|\.sql$/

/** Builds the web application and the worker into `dist` unless the one there was made from exactly these sources. */
export async function buildIfChanged(
  dist: string,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  const wanted = await fingerprint()
  if ((await builtFrom(dist)) === wanted) return
  const lock = await takeLock(join('node_modules', '.rebound-build'), dist)
  if ('holder' in lock)
    throw new Error(`Process ${lock.holder.pid} is building this project. Start again when it is done.`)
  try {
    say('Building the application (about a minute, only when the sources changed) …')
    await build(dist, signal)
    await bundleWorker(dist)
    await writeFile(join(dist, 'rebound-build'), wanted)
  } finally {
    await lock.release()
  }
}

/** A hash over the name and content of everything the build reads. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  const found = await Promise.all(SOURCES.map(filesBelow))
  for (const file of [...FILES, ...found.flat().sort()]) {
    const content = await readFile(file).catch(() => null)
    if (content) hash.update(`\0${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && !NOT_BUILT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

async function builtFrom(dist: string): Promise<string | null> {
  return readFile(join(dist, 'rebound-build'), 'utf8').catch(() => null)
}

async function build(dist: string, signal: AbortSignal): Promise<void> {
  const environment = childEnv({
    NODE_ENV: 'production',
    REBOUND_DIST_DIR: dist,
    NEXT_TELEMETRY_DISABLED: '1',
  })
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    env: environment,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  await mkdir(dist, { recursive: true })
  await writeFile(join(dist, 'rebound-build.log'), said)
  if (code !== 0) throw new Error(`The build failed:\n${said.trim().split('\n').slice(-40).join('\n')}`)
}
