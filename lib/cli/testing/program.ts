import { spawn } from 'node:child_process'

interface Given {
  env: NodeJS.ProcessEnv
  input?: string
}

/** Runs the real program, as a person would. */
export async function rebound(
  args: string[],
  { env, input = '' }: Given,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/rebound.ts', ...args], { env })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, out, err }
}
