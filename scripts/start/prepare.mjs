import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mendDriver } from './mend-driver.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const MARK = join(ROOT, 'node_modules', '.rebound-install')
const LEAST_NODE = [20, 19]

/** Makes the project folder current, checks Node, reads `.env`, and installs the packages that are missing or outdated. */
export async function prepare({ development = true } = {}) {
  process.chdir(ROOT)
  checkNode()
  if (existsSync('.env')) process.loadEnvFile('.env')
  install(development || process.env.NODE_ENV !== 'production')
  mendDriver()
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [leastMajor, leastMinor] = LEAST_NODE
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return
  stop(
    `Rebound needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`,
  )
}

function install(withDevelopment) {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (isInstalled(lock, withDevelopment)) return
  console.log('Installing packages (a minute or two, only when they changed) …')
  // npm install, not npm ci: a registry may lack other platforms' optional packages, and npm ci then fails.
  const args = [
    'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(withDevelopment ? ['--include=dev'] : []),
  ]
  const npm = process.env.npm_execpath
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.status !== 0) stop('npm install failed; what it said stands above. Put it right and start again.')
  writeFileSync(MARK, lock)
}

function isInstalled(lock, withDevelopment) {
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') !== lock) return false
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const wanted = Object.entries({ ...dependencies, ...(withDevelopment ? devDependencies : {}) })
  if (!wanted.every(([name, version]) => installedVersion(name) === version)) return false
  if (!existsSync(MARK)) writeFileSync(MARK, lock)
  return true
}

function installedVersion(name) {
  const file = join(ROOT, 'node_modules', name, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : null
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
