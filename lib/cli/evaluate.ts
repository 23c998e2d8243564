import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { CommandError, type Command } from './command'
import { judgeLine, reportLines, type LineRow } from './evaluate-lines'
import { reportMails, type MailRow } from './evaluate-mails'
import { reportUnseen } from './evaluate-unseen'

async function rowsOf<T>(path: string): Promise<T[] | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null ? null : parse<T>(text, { columns: true, bom: true })
}

/** `evaluate CORPUS_DIR`: measures recognition on the folder's labelled replies and mails and prints every figure. */
export const evaluateCommand: Command = {
  name: 'evaluate',
  summary: 'Measure recognition on a folder of labelled replies and mails',
  usage: 'CORPUS_DIR [--unseen]',
  more: `The folder has a lines.csv with id, smtp_code, enhanced_code, diagnostic, label, acceptable_labels, bounce_type and source,
a mails.csv with file, kind, recipient, acceptable_labels, bounce_type and source beside its mails, or both.`,
  args: { min: 1, max: 1 },
  options: { unseen: { type: 'boolean' } },
  optionHelp: {
    unseen: 'Also say how recognition does on wording and sources that it was not made from (minutes)',
  },
  run: async ({ args, values, io }) => {
    const folder = args[0]!
    const lines = await rowsOf<LineRow>(join(folder, 'lines.csv'))
    const mails = await rowsOf<MailRow>(join(folder, 'mails.csv'))
    if (!lines && !mails) throw new CommandError(`${folder} has neither a lines.csv nor a mails.csv.`)
    if (lines) reportLines(lines.map(judgeLine), io.out)
    if (mails) await reportMails(folder, mails, io.out)
    if (lines && values['unseen']) await reportUnseen(lines, io.out)
    return 0
  },
}
