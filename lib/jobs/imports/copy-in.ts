import { setImmediate as turn } from 'node:timers/promises'
import type { Tx } from './work'

const PIECE = 256 * 1024

interface Settled {
  resolve: (result: { count: number }) => void
  reject: (error: unknown) => void
}

/**
 * Sends bytes by COPY … FROM STDIN and gives the number of rows taken. The driver settles a COPY when it begins, so a failure of
 * its end would go unheard: listening anew once the stream is there tells the result and every error, a lost connection too.
 */
export async function copyIn(tx: Tx, statement: string, bytes: Uint8Array): Promise<number> {
  const query = tx.unsafe(statement)
  const stream = await query.writable()
  const result = new Promise<{ count: number }>((resolve, reject) => {
    Object.assign(query as unknown as Settled, { resolve, reject })
    stream.on('error', reject)
  })
  result.catch(() => undefined)
  const write = async () => {
    for (let at = 0; at < bytes.length; at += PIECE) {
      const piece = bytes.subarray(at, at + PIECE)
      await new Promise<void>((resolve) => stream.write(piece, () => resolve()))
    }
    stream.end()
    return result
  }
  const { count } = await Promise.race([write(), result])
  await turn()
  return count
}
