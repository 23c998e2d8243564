import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { CommandError, requireOption, type Command } from '@/lib/cli/command'
import { COMMANDS } from '@/lib/cli/commands'
import { runCommandLine } from '@/lib/cli/run'

const weigh: Command = {
  name: 'parcel weigh',
  summary: 'Weigh a parcel',
  usage: 'PARCEL --scale NAME',
  args: { min: 1, max: 1 },
  options: { scale: { type: 'string' } },
  optionHelp: { scale: 'Which scale' },
  run: async (call) => {
    if (call.args[0] === 'anvil') throw new CommandError('An anvil is too heavy.')
    call.io.out(`${call.args[0]} on ${requireOption(call, 'scale')}`)
    return 0
  },
}

async function run(line: string, commands: readonly Command[] = [weigh]) {
  const out: string[] = []
  const err: string[] = []
  const io = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    stdin: Readable.from([]),
  }
  const code = await runCommandLine(line.split(' ').filter(Boolean), io, commands)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('runCommandLine', () => {
  it('runs a command of two words with its option', async () => {
    expect(await run('parcel weigh box --scale big')).toEqual({ code: 0, out: 'box on big', err: '' })
  })

  it.each([
    ['parcel weigh', 'Something is missing.'],
    ['parcel weigh box', '--scale is missing.'],
    ['parcel weigh box crate --scale big', '“crate” is too much.'],
    ['parcel weigh box --colour red', "Unknown option '--colour'."],
  ])('“%s” is a usage error that says what is wrong and how it goes', async (line, sentence) => {
    const { code, err, out } = await run(line)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.split('\n')[0]).toBe(sentence)
    expect(err).toContain('parcel weigh PARCEL --scale NAME')
  })

  it('gives 1 and the sentence for what could not be done', async () => {
    expect(await run('parcel weigh anvil')).toEqual({ code: 1, out: '', err: 'An anvil is too heavy.' })
  })

  it.each(['parcel weigh --help', 'parcel weigh -h', 'help parcel weigh'])(
    '“%s” explains the command',
    async (line) => {
      const { code, out } = await run(line)
      expect(code).toBe(0)
      expect(out).toMatch(/--scale … +Which scale/)
    },
  )

  it('lists the commands without a command, and those of a group', async () => {
    expect(await run('')).toMatchObject({ code: 2, out: expect.stringContaining('Weigh a parcel') })
    expect(await run('parcel')).toMatchObject({ code: 2, out: expect.stringContaining('Weigh a parcel') })
    expect(await run('--help')).toMatchObject({ code: 0 })
  })

  it('names a command that does not exist', async () => {
    expect(await run('ship')).toMatchObject({ code: 2, err: expect.stringContaining('“ship”') })
  })
})

describe('COMMANDS', () => {
  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    '%s explains each of its options',
    (_, command) => {
      expect(Object.keys(command.optionHelp).sort()).toEqual(Object.keys(command.options).sort())
      expect(command.summary).toMatch(/^[A-Z][^.]+$/)
    },
  )

  it('have names of their own', () => {
    expect(new Set(COMMANDS.map((command) => command.name)).size).toBe(COMMANDS.length)
  })
})
