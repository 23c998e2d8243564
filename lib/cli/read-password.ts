import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { CommandError, type Io } from './command'

/** Asks for a password without showing it; from a pipe it takes the first line. */
export async function readPassword({ stdin, err }: Io): Promise<string> {
  const isTerminal = 'isTTY' in stdin && stdin.isTTY === true
  if (isTerminal) err('Password (at least 12 characters, not shown):')
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: stdin, output: silent, terminal: isTerminal })
  try {
    for await (const line of lines) return line
    throw new CommandError('No password came on standard input.')
  } finally {
    lines.close()
  }
}
