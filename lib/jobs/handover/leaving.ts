import { NotSentInTime } from '@/lib/outbound/failure-words'
import type { Answer, Outbound } from '@/lib/outbound/post'
import { deliver } from './deliver'
import type { OpenDestination } from './destination'

/** Locks are kept no longer for messages to leave; what has not left by then is not sent, as the locks are what makes it right to send. */
export const SEND_MS = 5_000

/** A message on its way. */
export interface Leaving {
  /** It has left, or failed. */
  sent: Promise<unknown>
  answered: Promise<Answer>
  /** From now on it does not leave any more. */
  keepBack: () => void
}

/** Sends a message in such a way that whoever holds locks for it knows when to let them go. */
export function startSending(
  destination: Pick<OpenDestination, 'url' | 'secrets'>,
  message: { id: string; at: Date; body: string },
  outbound: Outbound,
): Leaving {
  const late = new AbortController()
  let onSent = () => {}
  const left = new Promise<void>((resolve) => (onSent = resolve))
  const answered = deliver(destination, message, outbound, { sendBy: late.signal, onSent })
  return {
    sent: Promise.race([left, answered]),
    answered,
    keepBack: () => late.abort(new NotSentInTime()),
  }
}

/** Waits for the work, but no longer than so. */
export async function soon(work: Promise<unknown>, most: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([work, new Promise((resolve) => (timer = setTimeout(resolve, most)))])
  clearTimeout(timer)
}
