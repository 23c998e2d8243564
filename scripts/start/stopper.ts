import process from 'node:process'

export interface Stopper {
  /** Aborts as soon as a stop is asked for. */
  signal: AbortSignal
  /** Adds what has to be ended; the last one added ends first. */
  onStop: (end: () => Promise<void>) => void
  /** Ends everything, then the process. */
  stop: (code: number) => Promise<void>
}

/** Ends all on SIGINT, SIGTERM and SIGHUP; a second Ctrl-C does not wait. */
export function stopOnSignal(say: (line: string) => void): Stopper {
  const controller = new AbortController()
  const ends: (() => Promise<void>)[] = []
  const stop = async (code: number) => {
    controller.abort(new Error('stopped'))
    for (let end = ends.pop(); end; end = ends.pop()) {
      await end().catch((error: unknown) => console.error(error))
    }
    process.exit(code)
  }
  const onSignal = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) {
      if (name === 'SIGINT') process.exit(130)
      return
    }
    say('\nStopping …')
    void stop(0)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal)
  return { signal: controller.signal, onStop: (end) => ends.push(end), stop }
}
