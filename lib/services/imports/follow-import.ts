import { loadProgress } from '@/db/queries/imports/load-progress'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { onImportChange } from './progress-hub'

const HEARTBEAT_MS = 15_000
/** A stream ends after this and the page opens it anew: who lost the right to see it is then refused. */
const STREAM_MS = 5 * 60_000
const AT_MOST_EVERY_MS = 250

interface Input {
  importId: string
  signal: AbortSignal
}

/** Tells state and progress of an import, at once and at every change, as the text of an event stream. */
export async function followImport(
  ctx: Context,
  { importId, signal }: Input,
): Promise<Result<AsyncGenerator<string>>> {
  const first = await loadProgress(ctx.sql, ctx.workspace.id, importId)
  if (!first) return fail('not_found', ERRORS.not_found.text)
  return ok(stream(ctx, importId, signal))
}

async function* stream(ctx: Context, importId: string, signal: AbortSignal): AsyncGenerator<string> {
  const bell = new Bell()
  const place = { workspaceId: ctx.workspace.id, importId }
  const stop = await onImportChange(ctx.sql, place, () => bell.ring())
  const hush = () => bell.ring()
  signal.addEventListener('abort', hush, { once: true })
  const end = Date.now() + STREAM_MS
  let told = ''
  try {
    yield 'retry: 2000\n\n'
    while (!signal.aborted && Date.now() < end) {
      const now = JSON.stringify(await loadProgress(ctx.sql, place.workspaceId, importId))
      if (now !== told) yield `data: ${now}\n\n`
      else yield ': still here\n\n'
      told = now
      await bell.wait(AT_MOST_EVERY_MS, HEARTBEAT_MS)
    }
  } finally {
    signal.removeEventListener('abort', hush)
    stop()
  }
}

/** Waits for a ring, at least and at most so long. */
class Bell {
  private rung = false
  private wake: (() => void) | null = null

  ring(): void {
    this.rung = true
    this.wake?.()
  }

  async wait(least: number, most: number): Promise<void> {
    await pause(least)
    if (!this.rung) {
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        this.wake = resolve
        timer = setTimeout(resolve, most)
      })
      clearTimeout(timer)
    }
    this.rung = false
    this.wake = null
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
