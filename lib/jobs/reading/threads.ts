import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'

const HEAP_MB = 192
/** Most of what reading makes is garbage at once: room for it spares copying. */
const YOUNG_MB = 32
const MOST_IDLE = 2

// Threads do not inherit the loader of TypeScript; what is bundled needs none.
const BOOT = `const { workerData } = require('node:worker_threads')
const typescript = workerData.entry.endsWith('.ts')
const ready = typescript ? import('tsx/esm/api').then(({ register }) => register()) : Promise.resolve()
ready.then(() => import(workerData.entry))`

const idle: Worker[] = []

/** A thread that can read a file: one that waits, else a new one. */
export function takeThread(): Worker {
  const waiting = idle.pop()
  if (waiting) {
    forgetListeners(waiting)
    waiting.ref()
    return waiting
  }
  const entry = new URL(`./thread${extname(import.meta.url)}`, import.meta.url).href
  return new Worker(BOOT, {
    eval: true,
    workerData: { entry },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  })
}

/** Keeps a thread that read its file to the end for the next one; it does not keep the process alive. */
export function giveThread(thread: Worker): void {
  forgetListeners(thread)
  if (idle.length >= MOST_IDLE) {
    void thread.terminate()
    return
  }
  const forget = () => {
    const at = idle.indexOf(thread)
    if (at >= 0) idle.splice(at, 1)
  }
  thread.on('error', forget)
  thread.on('exit', forget)
  thread.unref()
  idle.push(thread)
}

/** Only ours: Node hangs listeners of its own on a thread. */
function forgetListeners(thread: Worker): void {
  for (const event of ['message', 'error', 'exit'] as const) thread.removeAllListeners(event)
}
