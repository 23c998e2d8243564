import { createServer } from 'node:net'
import type { Env } from '@/lib/env'

const HERE = new Set(['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'])

/** Where people open Rebound: REBOUND_URL, else this machine and port. */
export function addressOf({ REBOUND_URL, HOST, PORT }: Pick<Env, 'REBOUND_URL' | 'HOST' | 'PORT'>): string {
  if (REBOUND_URL) return REBOUND_URL
  const host = HERE.has(HOST) ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST
  return `http://${host}:${PORT}`
}

/** Whether we can listen there; an address that is not this machine's throws with HOST in the sentence. */
export async function isFree(host: string, port: number): Promise<boolean> {
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(port, host, resolve))
    await new Promise((resolve) => probe.close(resolve))
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') return false
    if (code === 'EACCES')
      throw new Error(`PORT ${port} needs more rights than this user has. Choose one above 1023.`, {
        cause: error,
      })
    throw new Error(`HOST ${host} is not an address of this machine (${code}).`, { cause: error })
  }
}
