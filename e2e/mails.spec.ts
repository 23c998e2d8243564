import type { Page } from '@playwright/test'
import { drop } from './drop'
import { browserErrors, expect, test } from './fixtures'
import { ownWorkspace } from './own-workspace'

let home: string
test.beforeAll(async () => {
  home = await ownWorkspace()
})

/** A report for one recipient, as a mail server writes it. */
const report = (
  recipient: string,
  reply: string,
  date = 'Wed, 06 Mar 2024 09:14:02 +0000',
) => `Return-Path: <>
Date: ${date}
From: MAILER-DAEMON@mx1.sender.example
To: maria@sender.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <${recipient}>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx1.sender.example

Final-Recipient: rfc822; ${recipient}
Action: failed
Status: ${reply.split(' ')[1]}
Diagnostic-Code: smtp; ${reply}

--b
Content-Type: text/rfc822-headers

Message-ID: <1@sender.example>
From: maria@sender.example
To: ${recipient}

--b--
`

const AWAY = `Date: Wed, 06 Mar 2024 10:00:00 +0000
From: tom@mailed.example
To: maria@sender.example
Subject: Out of office
Auto-Submitted: auto-replied

I am back on Monday.
`

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const figure = (page: Page, term: string) =>
  page.locator('dl > div', { has: page.locator('dt', { hasText: term }) }).locator('dd')

/** Drops mails on the page of imports and waits for the import they lead to. */
async function dropMails(page: Page, mails: Record<string, string>) {
  await page.goto(`${home}/imports`)
  await drop(page, mails)
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/)
}

/** From the first mails through the dry run to the stored bounces. */
async function importMails(page: Page, count: string, figures: Record<string, string>) {
  await expect(heading(page)).toHaveText('What these mails report')
  await page.getByRole('button', { name: 'Check the whole file' }).click()
  await expect(heading(page)).toHaveText('Check before importing', { timeout: 30_000 })
  for (const [term, value] of Object.entries(figures)) await expect(figure(page, term)).toHaveText(value)
  await page.getByRole('button', { name: `Import ${count}` }).click()
  await expect(heading(page)).toHaveText('Imported', { timeout: 60_000 })
}

async function undo(page: Page) {
  await page.getByRole('button', { name: 'Undo import' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Take .* back$/ })
    .click()
  await expect(page.getByText('This import was undone')).toBeVisible({ timeout: 30_000 })
}

test('a mail, and several mails dropped at once, become bounces with exact counts', async ({ page }) => {
  const errors = browserErrors(page)
  await dropMails(page, { 'failure.eml': report('gone@mailed.example', '550 5.1.1 User unknown') })
  await expect(page.getByRole('table', { name: /first rows/i })).toContainText('gone@mailed.example')
  await importMails(page, '1 bounce', { New: '1', 'Mails in the file': '1' })
  const single = page.url()

  await dropMails(page, {
    'a.eml': report('gone@mailed.example', '550 5.1.1 User unknown'),
    'b.eml': report('full@mailed.example', '552 5.2.2 Mailbox full'),
    'c.eml': AWAY,
  })
  await importMails(page, '1 bounce', { New: '1', 'Already known': '1', 'Mails in the file': '3' })
  await undo(page)
  await page.goto(single)
  await undo(page)

  const [one, two] = ['one@mailed.example', 'two@mailed.example'].map((to) =>
    report(to, '550 5.1.1 User unknown'),
  )
  await dropMails(page, {
    'bounces.mbox': [one, two, AWAY].map((mail) => `From x Wed Mar  6 09:14:02 2024\n${mail}\n`).join(''),
  })
  await importMails(page, '2 bounces', { New: '2', 'Mails in the file': '3' })
  await undo(page)
  expect(errors).toEqual([])
})
