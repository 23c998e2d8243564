import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classifyCommand } from './classify'
import { EXAMPLES } from '@/lib/mail/testing/mails'
import { evaluateCommand } from './evaluate'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rebound-classify-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(
  command: typeof classifyCommand,
  args: string[],
  values = {},
  stdin = '',
): Promise<string[]> {
  const lines: string[] = []
  const io = {
    out: (line: string) => lines.push(line),
    err: (line: string) => lines.push(`! ${line}`),
    stdin: Readable.from([stdin]),
  }
  expect(await command.run({ args, values, io })).toBe(0)
  return lines
}

describe('classify', () => {
  it('keeps every column and row of a file and adds the verdict', async () => {
    const file = join(folder, 'in.csv')
    const out = join(folder, 'out.csv')
    await writeFile(file, '\ufeffnote,diagnostic,smtp_code\n"a, ""b""","User\nunknown",550\nx,,535\nshort\n')
    await run(classifyCommand, [file], { out })
    const rows = parse<Record<string, string>>(await readFile(out, 'utf8'), { columns: true })
    expect(
      rows.map((row) => [row.note, row.diagnostic, row.category, row.bounce_type, row.disposition]),
    ).toEqual([
      ['a, "b"', 'User\nunknown', 'invalid_recipient', 'hard', 'suppress'],
      ['x', '', 'authentication', 'soft', 'fix'],
      ['short', '', 'unclassified', 'soft', ''],
    ])
    expect(rows[0]).toMatchObject({ decided_by: 'words:user-unknown', evidence: 'User\nunknown' })
  })

  it('reads lines from standard input', async () => {
    const lines = await run(classifyCommand, ['-'], {}, '552 Mailbox full\n\n250 2.0.0 OK\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toMatch(/^552 Mailbox full,mailbox_full,soft,retry,0\.\d+,words:/)
    expect(lines[2]).toMatch(/^250 2\.0\.0 OK,delivered,none,,/)
  })

  it('says what is wrong with a file', async () => {
    const file = join(folder, 'bad.csv')
    await writeFile(file, 'a,b\n1,2\n')
    await expect(run(classifyCommand, [file])).rejects.toThrow('no column named diagnostic')
    await expect(run(classifyCommand, [join(folder, 'none.csv')])).rejects.toThrow('not a file')
  })
})

describe('evaluate', () => {
  it('counts what is right against the labels', async () => {
    const row = (id: number, text: string, label: string, type: string): string =>
      `${id},550,,${text},${label},${label},${type},test:one`
    const header = 'id,smtp_code,enhanced_code,diagnostic,label,acceptable_labels,bounce_type,source'
    await writeFile(
      join(folder, 'lines.csv'),
      [
        header,
        row(1, 'User unknown', 'invalid_recipient', 'hard'),
        row(2, 'Mailbox full', 'mailbox_full', 'soft'),
        row(3, 'User unknown', 'spam_block', 'soft'),
        row(4, 'zzz', 'unclassified', 'soft'),
      ].join('\n'),
    )
    const lines = await run(evaluateCommand, [folder])
    expect(lines[0]).toBe('4 replies')
    expect(lines[1]).toMatch(/75\.0 %/)
    expect(lines.find((line) => line.startsWith('hard / soft'))).toMatch(/75\.0 %/)
    expect(lines.join('\n')).toContain('spam_block → invalid_recipient')
    await expect(run(evaluateCommand, [join(folder, 'nowhere')])).rejects.toThrow('neither a lines.csv')
  })

  it('counts recipients, reasons and kinds of mails', async () => {
    const [bounce, , ...others] = EXAMPLES
    const away = others.find(({ kind }) => kind === 'auto_reply')!
    const of = await mkdtemp(join(tmpdir(), 'rebound-mails-'))
    await writeFile(join(of, 'a.eml'), bounce!.mail)
    await writeFile(join(of, 'b.eml'), away.mail)
    await writeFile(
      join(of, 'mails.csv'),
      `file,kind,recipient,acceptable_labels,bounce_type,source
a.eml,bounce,p.gone@harbour.example,invalid_recipient,hard,test:one
a.eml,bounce,nobody.else@harbour.example,invalid_recipient,hard,test:one
b.eml,not_bounce,,not_bounce,none,test:two
`,
    )
    const text = (await run(evaluateCommand, [of])).join('\n')
    expect(text).toMatch(/^\n2 mails/)
    expect(text).toMatch(/recipients +50\.0 % of 2, 0 that no label names/)
    expect(text).toMatch(/reasons +100\.0 %/)
    expect(text).toMatch(/kinds +50\.0 %, 0 false bounces/)
    expect(text).toContain('b.eml: not_bounce → auto_reply')
    await rm(of, { recursive: true })
  })
})
