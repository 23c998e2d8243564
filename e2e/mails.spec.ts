import type { Page } from '@playwright/test'
import { drop } from './drop'
import { axeCheck, browserErrors, expect, fitsWidth, inEveryLook, test } from './fixtures'
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

/** A provider's report that somebody marked a mail of ours as spam. */
const complaint = (who: string, from: string) => `Date: Wed, 06 Mar 2024 09:14:02 +0000
From: feedback@provider.example
To: maria@sender.example
Subject: FW: Hello
Message-ID: <${who}>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="f"

--f
Content-Type: message/feedback-report

Feedback-Type: abuse
Version: 1
Original-Rcpt-To: <${who}>

--f
Content-Type: message/rfc822

From: ${from}
To: ${who}
Subject: Hello

--f--
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

test('complaints go on the Do Not Email list with their evidence, forged ones do not, and the undo takes them off', async ({
  page,
}) => {
  const errors = browserErrors(page)
  await dropMails(page, { 'a.eml': report('gone@fbl.example', '550 5.1.1 User unknown') })
  await importMails(page, '1 bounce', { New: '1' })
  await dropMails(page, {
    'c.eml': complaint('cross@fbl.example', 'maria@sender.example'),
    'd.eml': complaint('victim@fbl.example', 'mallory@evil.example'),
  })
  await importMails(page, '1 complaint or unsubscribe', {
    'Not bounces': '2',
    'Go on the Do Not Email list': '1',
    'Not verified': '1',
    'Mails in the file': '2',
  })
  const imported = page.url()
  await expect(figure(page, 'On the Do Not Email list')).toHaveText('1')
  const table = page.getByRole('table', { name: /complaints and unsubscribes/ })
  await expect(table.getByRole('row', { name: /victim@fbl\.example/ })).toContainText('Not verified')
  await inEveryLook(page, async () => {
    await axeCheck(page)
    await fitsWidth(page)
  })
  await page.getByRole('link', { name: 'decide on it' }).click()
  const queue = page.getByRole('table', { name: 'Addresses suggested for the list' })
  await expect(queue.getByRole('row', { name: /victim@fbl\.example/ })).toContainText('mallory@evil.example')
  await inEveryLook(page, async () => {
    await axeCheck(page)
    await fitsWidth(page)
  })
  await page.getByRole('button', { name: 'Dismiss victim@fbl.example' }).click()
  await expect(page.getByText('Nothing waits')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Accept victim@fbl.example' }).click()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(queue.getByRole('row', { name: /victim@fbl\.example/ })).toBeVisible()
  await page.goto(imported)
  await table.getByRole('link', { name: 'cross@fbl.example' }).click()
  await expect(heading(page)).toContainText('cross@fbl.example')
  await expect(page.getByText('feedback type abuse')).toBeVisible()
  await page.goto(imported)
  await undo(page)
  await page.goto(`${home}/dne?q=cross@fbl.example`)
  await expect(page.getByRole('link', { name: 'cross@fbl.example' })).toHaveCount(0)
  expect(errors).toEqual([])
})

test('a person confirms a bounce whose report quotes no mail of ours or sets it aside, and takes both back', async ({
  page,
}) => {
  await dropMails(page, { 'd.eml': report('known@odd.example', '550 5.1.1 User unknown') })
  await importMails(page, '1 bounce', { New: '1' })
  await dropMails(page, {
    'e.eml': report('boss@odd.example', '550 5.1.1 User unknown').replace(
      'From: maria@',
      'From: nina@elsewhere-',
    ),
  })
  await importMails(page, '1 bounce', { New: '1' })
  const imported = page.url()
  await expect(page.getByText('1 bounce comes from a report that may be forged.')).toBeVisible()
  await page.getByRole('link', { name: 'Look at it' }).click()
  await expect(page).toHaveURL(/unverified=1/)
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(1)
  await page.getByRole('button', { name: 'Remove the filter Report' }).click()
  await expect(page).not.toHaveURL(/unverified/)
  await page.getByRole('button', { name: 'Unverified' }).click()
  await expect(page).toHaveURL(/unverified=1/)
  await page.getByRole('link', { name: 'boss@odd.example' }).click()
  const drawer = page.locator('section[role=dialog]')
  await drawer.getByRole('button', { name: 'This came from us' }).click()
  await page.getByRole('button', { name: 'Yes, it came from us' }).click()
  await expect(page.getByText('1 bounce confirmed')).toBeVisible()
  await expect(drawer.getByText('Unverified')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(drawer.getByText('Unverified')).toBeVisible()
  await drawer.getByRole('button', { name: 'Not ours' }).click()
  await page.getByRole('button', { name: 'Set aside, not ours' }).click()
  await expect(page.getByText('1 bounce set aside')).toBeVisible()
  await expect(page.getByText('Nothing matches these filters')).toBeVisible()
  await page.goto(imported)
  await expect(page.getByText('1 bounce of this import is set aside')).toBeVisible()
  await page.getByRole('link', { name: 'activity', exact: true }).click()
  await page.getByRole('button', { name: 'Undo: set 1 bounce aside' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('brought 1 bounce back')).toBeVisible()
})
