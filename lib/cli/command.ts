import type { ParseArgsConfig } from 'node:util'

/** Where a command reads and writes; tests give their own. */
export interface Io {
  out: (line: string) => void
  err: (line: string) => void
  stdin: NodeJS.ReadStream | NodeJS.ReadableStream
}

export interface Call {
  args: string[]
  values: Record<string, string | boolean | undefined>
  io: Io
}

/** One command: one file in lib/cli that is listed in commands.ts; help and parsing derive from it. */
export interface Command {
  /** One word or two: `import`, `user add`. */
  name: string
  summary: string
  /** What follows the name: `FILE… --workspace SLUG`. */
  usage: string
  /** Text that help shows below the options. */
  more?: string
  args: { min: number; max: number }
  options: NonNullable<ParseArgsConfig['options']>
  /** What each option means, by its name. */
  optionHelp: Record<string, string>
  /** Gives the exit code. */
  run: (call: Call) => Promise<number>
}

/** The command line was not understood (exit code 2); the message says what is wrong with it. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** The command was understood and could not be done (exit code 1). */
export class CommandError extends Error {
  override name = 'CommandError'
}

/** A text option that must be given. */
export function requireOption({ values }: Call, name: string): string {
  const value = values[name]
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is missing.`)
  return value
}

/** A text option, undefined where it is not given. */
export function textOption({ values }: Call, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
