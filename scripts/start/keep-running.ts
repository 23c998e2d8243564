import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { withoutAddresses } from '@/lib/log'

const LONGEST_PAUSE_MS = 10_000
const SETTLED_MS = 60_000

export interface Service {
  /** Resolves at the first time it said `ready`. */
  ready: Promise<void>
  /** SIGTERM, then SIGKILL when `patience` ms are over. */
  stop: (patience: number) => Promise<void>
}

interface Options {
  name: string
  args: string[]
  env: NodeJS.ProcessEnv
  say: (line: string) => void
}

/** Libraries print errors with whatever was in the query; no address leaves us in a log line. */
function passOn(from: Readable | null, to: Writable): void {
  if (from) createInterface({ input: from }).on('line', (line) => to.write(`${withoutAddresses(line)}\n`))
}

/**
 * Runs a Node program and starts it again when it ends by itself, after a pause that doubles up to 10 s.
 * The program holds an IPC channel to us, so it notices when we are killed and ends too.
 */
export function keepRunning({ name, args, env, say }: Options): Service {
  let child: ChildProcess | undefined
  let stopping = false
  let pause = 500
  let timer: NodeJS.Timeout | undefined
  let becomeReady = () => {}
  const ready = new Promise<void>((resolve) => (becomeReady = resolve))

  const start = () => {
    const since = Date.now()
    child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    passOn(child.stdout, process.stdout)
    passOn(child.stderr, process.stderr)
    child.on('message', (message) => {
      if (message === 'ready') becomeReady()
    })
    child.on('error', (error) => say(`The ${name} could not be started: ${error.message}`))
    child.on('close', (code, signal) => {
      if (stopping) return
      pause = Date.now() - since > SETTLED_MS ? 500 : Math.min(pause * 2, LONGEST_PAUSE_MS)
      say(`The ${name} ended (${signal ?? `exit ${code}`}); it starts again in ${pause / 1000} s.`)
      timer = setTimeout(start, pause)
    })
  }
  start()

  const stop = async (patience: number) => {
    stopping = true
    clearTimeout(timer)
    if (child) await end(child, patience)
  }
  return { ready, stop }
}

async function end(child: ChildProcess, patience: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), patience)
  await closed
  clearTimeout(force)
}
