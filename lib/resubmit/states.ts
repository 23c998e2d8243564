/** A batch runs, rests, or is over. */
export type BatchState = 'running' | 'paused' | 'cancelled' | 'done'
export type BatchAct = 'pause' | 'resume' | 'cancel' | 'finish'

const BATCH: Record<BatchState, Partial<Record<BatchAct, BatchState>>> = {
  running: { pause: 'paused', cancel: 'cancelled', finish: 'done' },
  paused: { resume: 'running', cancel: 'cancelled' },
  cancelled: {},
  done: {},
}

/** The state an act leads to; null where it is not possible. */
export function batchAfter(state: BatchState, act: BatchAct): BatchState | null {
  return BATCH[state][act] ?? null
}

/** A contact of a batch: on its way, handed over, or left out for good. */
export type HandoverState = 'planned' | 'sending' | 'handed_over' | 'skipped' | 'cancelled' | 'failed'
export type HandoverEvent =
  { kind: 'listed' | 'claim' | 'cancel' } | { kind: 'answered'; ok: boolean; triesLeft: boolean }

/** Where an event takes a contact; null where it changes nothing: what was handed over stays so. */
export function handoverAfter(state: HandoverState, event: HandoverEvent): HandoverState | null {
  if (state !== 'planned' && state !== 'sending') return null
  switch (event.kind) {
    case 'listed':
      return 'skipped'
    case 'claim':
      return 'sending'
    case 'cancel':
      return 'cancelled'
    case 'answered':
      return event.ok ? 'handed_over' : event.triesLeft ? 'planned' : 'failed'
  }
}

/** Handed over, and nobody knows yet what became of it; all others are settled or on their way. */
export function isOpen(state: HandoverState, outcome: '' | 'bounced' | 'recovered'): boolean {
  return state === 'planned' || state === 'sending' || (state === 'handed_over' && outcome === '')
}
