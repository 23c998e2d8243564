import type { Page } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import { browserErrors, expect, test } from './fixtures'
import { ownWorkspace } from './own-workspace'
import { openReceiver } from './receiver'

const LENA = 'lena@baurat.example'
const KIM = 'kim@fjord.example'
const RELAY = '554 5.7.1 Relay access denied'
const FULL = '552 5.2.2 Mailbox full'

/** A file of bounces as a sending tool exports them. */
function csv(name: string, rows: readonly (readonly [who: string, at: Date, reply: string])[]) {
  const lines = rows.map(
    ([who, at, reply]) => `${who},${at.toISOString().slice(0, 19)}Z,anna@acme.example,${reply},Spring`,
  )
  const text = ['Email,Bounced at,Sending account,Diagnostic,Campaign', ...lines, ''].join('\n')
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}

async function importFile(page: Page, home: string, file: ReturnType<typeof csv>) {
  await page.goto(`${home}/imports`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles(file)
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('How is this file to be read?')
  await page.getByRole('button', { name: 'Check the whole file' }).click()
  await expect(heading).toHaveText('Check before importing', { timeout: 30_000 })
  await page.getByRole('button', { name: /^Import \d+ bounce/ }).click()
  await expect(heading).toHaveText('Imported', { timeout: 60_000 })
}

test('a person’s whole story: import, hold, fix, batch, webhook, bounced again, suggested, listed, restored', async ({
  page,
}) => {
  const errors = browserErrors(page)
  const home = await ownWorkspace()
  const receiver = await openReceiver()
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

  await importFile(
    page,
    home,
    csv('first.csv', [
      [LENA, daysAgo(6), RELAY],
      [LENA, daysAgo(4), RELAY],
      [LENA, daysAgo(2), RELAY],
      [KIM, daysAgo(1), FULL],
    ]),
  )
  await page.goto(`${home}/resubmit`)
  await expect(page.getByRole('heading', { name: '1 resting' })).toBeVisible()
  await page.getByRole('button', { name: /^Mark as fixed: Relay access denied/ }).click()
  await page.getByLabel('What was done').fill('The account signs in to its own server now')
  await page.getByRole('button', { name: 'Make 1 contact ready' }).click()
  await expect(page.getByRole('heading', { name: '1 ready' })).toBeVisible()

  await page.goto(`${home}/resubmit/destinations`)
  await page.getByRole('button', { name: 'Add a webhook' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Outreach')
  await dialog.getByLabel('Address').fill(receiver.url)
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  const secret = await dialog.locator('code').innerText()
  await page.goto(`${home}/resubmit`)
  await page.getByRole('radio', { name: /Outreach/ }).check()
  await page.getByLabel('Gap between mails').selectOption({ label: 'No gap' })
  await page.getByLabel(/^Hours/).selectOption({ label: 'All day' })
  await page.getByLabel('Days').selectOption({ label: 'Every day' })
  await page.getByRole('button', { name: 'Resubmit 1 contact' }).click()
  await expect(page).toHaveURL(/\/resubmit\/batches\//)
  const batch = page.url()
  await expect(page.getByRole('cell', { name: /^Handed over \d/ })).toBeVisible({ timeout: 60_000 })
  expect(receiver.received).toHaveLength(1)
  const { body, headers } = receiver.received[0]!
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({
    type: 'contact.resubmit',
    data: { email: LENA, last_bounce: { category: 'relay_denied' } },
  })

  await importFile(page, home, csv('second.csv', [[LENA, new Date(Date.now() + 1_000), RELAY]]))
  await page.goto(batch)
  await expect(page.getByRole('cell').getByRole('link', { name: /^Bounced again \d/ })).toBeVisible()

  await page.goto(`${home}/dne/suggestions`)
  await page.getByRole('button', { name: `Accept ${LENA}` }).click()
  const messages = page.getByRole('region', { name: 'Messages' })
  await expect(messages).toContainText(`${LENA} put on the list`)
  await page.goto(`${home}/dne`)
  await expect(page.getByRole('link', { name: LENA })).toBeVisible()
  await page.getByRole('link', { name: LENA }).click()
  await expect(page.getByRole('link', { name: 'Resubmitted' })).toBeVisible()
  await expect(page.getByText('bounced again')).toBeVisible()
  await page.goto(`${home}/dne`)
  await page.getByRole('checkbox', { name: `Select ${LENA}` }).check()
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Remove' }).click()
  const asks = page.getByRole('dialog')
  await asks.getByLabel('Why').fill('She has a new server')
  await asks.getByRole('button', { name: 'Remove 1 entry' }).click()
  await expect(messages).toContainText('1 entry removed')
  await expect(page.getByRole('link', { name: LENA })).toHaveCount(0)
  receiver.close()
  expect(errors).toEqual([])
})
