import type { Command } from './command'

const INTRO = `rebound – the bounce desk on the command line

Usage: npm run -s rebound -- COMMAND …

`
const OUTRO = `
Help for one command: npm run -s rebound -- COMMAND --help
The database is the one of DATABASE_URL, else the one in the data folder (REBOUND_DATA_DIR, .data),
whether npm start runs or not. Exit codes: 0 done, 1 failed, 2 not understood.`

/** The list of commands; of one group where `group` is its first word. */
export function overviewHelp(commands: readonly Command[], group?: string): string {
  const shown = commands.filter((command) => !group || command.name.startsWith(`${group} `))
  const width = Math.max(...shown.map((command) => command.name.length))
  const lines = shown.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`)
  return `${INTRO}${lines.join('\n')}\n${OUTRO}`
}

/** Everything about one command. */
export function commandHelp(command: Command): string {
  const options = Object.keys(command.options).map((name) => [
    optionName(command, name),
    command.optionHelp[name] ?? '',
  ])
  const width = Math.max(0, ...options.map(([name = '']) => name.length))
  const lines = options.map(([name = '', text = '']) => `  ${name.padEnd(width)}  ${text}`)
  return [
    command.summary,
    `\nUsage: npm run -s rebound -- ${command.name} ${command.usage}`.trimEnd(),
    lines.length > 0 ? `\n${lines.join('\n')}` : '',
    command.more ? `\n${command.more}` : '',
  ]
    .filter(Boolean)
    .join('\n')
}

function optionName(command: Command, name: string): string {
  return command.options[name]?.type === 'string' ? `--${name} …` : `--${name}`
}
