import type { Locator, Page } from '@playwright/test'
import { addDays, dayOf } from '@/lib/analytics/day'
import { formatCount } from '@/lib/format'
import { axeCheck, browserErrors, expect, fitsWidth, inEveryLook, test } from './fixtures'
import { makeOverview, ZONE, type DatedBounce } from './own-overview'

let bounces: DatedBounce[]
let home: string
let empty: string
const today = dayOf(new Date(), ZONE)
const within = (days: number) => bounces.filter((row) => row.day > addDays(today, -days) && row.day <= today)

test.beforeAll(async () => {
  const own = await makeOverview()
  bounces = own.bounces
  home = `/w/${own.full}`
  empty = `/w/${own.empty}`
})

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const numberOf = (text: string | null) =>
  Number((/[\d,]+/.exec(text ?? '')?.[0] ?? 'NaN').replaceAll(',', ''))

/** Opens a figure's rows and says how many there are. */
async function rowsBehind(page: Page, href: string): Promise<number> {
  await page.goto(href)
  const heading = page.getByRole('heading', { level: 1, name: 'Bounces' })
  const count = heading.locator('xpath=..').locator('[aria-live]')
  await expect(count).toHaveText(/\d/) // it streams in after the page
  return numberOf(await count.innerText())
}

async function shown(link: Locator): Promise<{ count: number; href: string }> {
  const text = await link.innerText()
  return { count: numberOf(text), href: (await link.getAttribute('href')) ?? '' }
}

test('the figures are those of the rows', async ({ page }) => {
  const errors = browserErrors(page)
  await page.goto(home)
  const figures = page.getByLabel(/^Key figures/)
  const now = within(30)
  const expected = [
    ['Bounces', now.length],
    ['Hard', now.filter((row) => row.bounceType === 'hard').length],
    ['Soft', now.filter((row) => row.bounceType === 'soft').length],
    ['Unclassified', now.filter((row) => row.category === 'unclassified').length],
    ['Recipients affected', new Set(now.map((row) => row.recipient)).size],
  ] as const
  for (const [name, count] of expected) {
    const figure = figures.getByText(name, { exact: true }).locator('xpath=..')
    await expect(figure.getByRole('link')).toHaveText(formatCount(count))
  }
  const before = within(60).length - now.length
  await expect(figures).toContainText(`${formatCount(before)} before`)
  expect(errors).toEqual([])
})

test('every mark leads to as many rows as it says', async ({ page }) => {
  await page.goto(home)
  const marks = [
    card(page, 'Bounces per day, by family')
      .getByRole('list', { name: /Families/ })
      .getByRole('link')
      .nth(1),
    card(page, 'Why they bounced').getByRole('list').getByRole('link').first(),
    card(page, 'Sending accounts')
      .getByRole('row', { name: /^anna@acme\.io/ })
      .getByRole('cell')
      .first()
      .getByRole('link'),
    card(page, 'Which account has which problem')
      .getByRole('row', { name: /^jonas@acme\.io/ })
      .getByRole('link')
      .nth(2),
  ]
  const found = []
  for (const mark of marks) found.push(await shown(mark))
  const google = card(page, 'Mailbox providers').getByRole('row', { name: /^Google/ })
  found.push({
    count: numberOf(await google.getByRole('cell').nth(1).innerText()),
    href: (await google.getByRole('link').getAttribute('href')) ?? '',
  })
  const reply = card(page, 'Top replies').getByRole('row').nth(1)
  found.push({
    count: numberOf(await reply.getByRole('cell').nth(3).innerText()),
    href: (await reply.getByRole('link').first().getAttribute('href')) ?? '',
  })
  for (const { count, href } of found) {
    expect(count).toBeGreaterThan(0)
    expect(await rowsBehind(page, href), href).toBe(count)
  }
})

test('says in one sentence what changed, and leads to its fix', async ({ page }) => {
  await page.goto(home)
  const answer = page.getByRole('region', { name: 'What to do now' })
  await expect(answer.getByRole('heading')).toHaveText(
    /^anna@acme\.io has been on a block list since .+: \d+ contacts wait for a fix$/,
  )
  const rows = await shown(answer.getByRole('link', { name: /^See the/ }))
  const own = within(3).filter((row) => row.account === 'anna@acme.io' && row.category === 'blacklisted')
  expect(rows.count).toBe(own.length)
  await answer.getByRole('link', { name: /^Fix it in/ }).click()
  await expect(page).toHaveURL(/\/guide\/blacklisted\?account=anna@acme\.io$/)
})

test('the chart is drawn, answers to the keyboard and has a table twin', async ({ page }) => {
  await page.goto(home)
  const chart = card(page, 'Bounces per day, by family')
  await expect(chart.locator('.recharts-bar-rectangle').first()).toBeAttached()
  const last = chart.getByRole('link', { name: /bounces$/ }).last()
  await last.focus()
  await page.keyboard.press('ArrowLeft')
  const focused = page.locator(':focus')
  const count = numberOf((await focused.getAttribute('aria-label'))?.split(': ')[1] ?? null)
  const href = (await focused.getAttribute('href')) ?? ''
  await chart.getByRole('button', { name: /as a table/ }).click()
  await expect(chart.getByRole('row')).toHaveCount(31)
  expect(await rowsBehind(page, href)).toBe(count)
  expect(count).toBe(bounces.filter((row) => row.day === addDays(today, -1)).length)
})

test('filters and ranges live in the URL, and Back takes them off', async ({ page }) => {
  await page.goto(home)
  await page.getByText('7 d', { exact: true }).click()
  await expect(page).toHaveURL(/range=7/)
  const total = page
    .getByLabel(/^Key figures, 7 days/)
    .getByRole('link')
    .first()
  await expect(total).toHaveText(formatCount(within(7).length))
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Account' }).click()
  await page.getByRole('checkbox', { name: 'jonas@acme.io' }).check()
  await expect(page).toHaveURL(/account=jonas(@|%40)acme\.io/)
  await page.getByRole('checkbox', { name: 'sales@acme.io' }).check()
  const own = within(7).filter((row) => row.account !== 'anna@acme.io')
  await expect(total).toHaveText(formatCount(own.length))
  await page.keyboard.press('Escape')
  await page.goBack()
  await page.goBack()
  await expect(total).toHaveText(formatCount(within(7).length))
})

test('an empty workspace says how the first bounces come in', async ({ page }) => {
  await page.goto(empty)
  await expect(page.getByText('Drop a bounce CSV anywhere on this page')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Load sample data' })).toBeVisible()
  await inEveryLook(page, async () => {
    await axeCheck(page)
    await fitsWidth(page)
  })
})

test('is accessible and fits in every look', async ({ page }) => {
  await page.goto(home)
  await inEveryLook(page, async () => {
    await expect(card(page, 'Top replies')).toBeVisible()
    await expect(
      card(page, 'Bounces per day, by family').locator('.recharts-bar-rectangle').first(),
    ).toBeAttached()
    await axeCheck(page)
    await fitsWidth(page)
  })
})

test('keys and the palette lead around', async ({ page }) => {
  await page.goto(home)
  await expect(card(page, 'Top replies')).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('A page, a category, an address').fill('mailbox full')
  await page.getByRole('option', { name: 'Mailbox full', exact: true }).first().click()
  await expect(page).toHaveURL(/bounces\?category=mailbox_full/)
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await expect(page).toHaveURL(new RegExp(`${home}$`))
})
