import { parseArgs } from 'node:util'
import { CommandError, UsageError, type Call, type Command, type Io } from './command'
import { COMMANDS } from './commands'
import { commandHelp, overviewHelp } from './help'
import { EnvError } from '@/lib/env'

/** Runs one command line; gives the exit code: 0 done, 1 failed, 2 not understood. Bugs throw. */
export async function runCommandLine(argv: string[], io: Io, commands = COMMANDS): Promise<number> {
  const words = argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv
  const command = findCommand(words, commands)
  if (!command) return noCommand(words, io, commands)
  try {
    const call = parse(command, words.slice(command.name.split(' ').length), io)
    if (call) return await command.run(call)
    io.out(commandHelp(command))
    return 0
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`${error.message}\nUsage: npm run -s rebound -- ${command.name} ${command.usage}`.trimEnd())
      return 2
    }
    if (!(error instanceof CommandError || error instanceof EnvError)) throw error
    io.err(error.message)
    return 1
  }
}

function findCommand(words: string[], commands: readonly Command[]): Command | undefined {
  return commands.find((command) => command.name.split(' ').every((word, at) => words[at] === word))
}

function noCommand([first]: string[], io: Io, commands: readonly Command[]): number {
  if (first === undefined || first === '--help' || first === '-h') {
    io.out(overviewHelp(commands))
    return first === undefined ? 2 : 0
  }
  const isGroup = commands.some((command) => command.name.startsWith(`${first} `))
  if (isGroup) io.out(overviewHelp(commands, first))
  else io.err(`There is no command “${first}”. The commands are listed by: npm run -s rebound -- --help`)
  return 2
}

/** Null where help was asked for. */
function parse(command: Command, words: string[], io: Io): Call | null {
  const { values, positionals } = parsed(command, words)
  if (values.help) return null
  const { min, max } = command.args
  if (positionals.length < min) throw new UsageError('Something is missing.')
  if (positionals.length > max) throw new UsageError(`“${positionals[max]}” is too much.`)
  return { args: positionals, values, io }
}

function parsed(command: Command, words: string[]) {
  const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const
  try {
    const found = parseArgs({ args: words, options, allowPositionals: true })
    return { values: found.values as Call['values'], positionals: found.positionals }
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0] + '.')
  }
}
