import { CATEGORIES } from '@/lib/bounce/categories'
import { axeCheck, browserErrors, expect, fitsWidth, inEveryLook, inWorkspace, test } from './fixtures'

const toc = 'Guide'

test.describe('the guide', () => {
  test('lists every category with its meaning and leads to its article', async ({ page }) => {
    const errors = browserErrors(page)
    await page.goto(inWorkspace('guide'))
    const main = page.getByRole('main')
    for (const category of CATEGORIES) {
      await expect(main.getByText(category.meaning, { exact: true })).toBeVisible()
      await expect(
        main.getByRole('link', { name: new RegExp(`^${escape(category.name)}`) }).first(),
      ).toBeVisible()
    }
    await page
      .getByRole('navigation', { name: toc })
      .getByRole('link', { name: /Blacklisted/ })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Blocked sender / blacklisted IP')
    await expect(page.getByRole('navigation', { name: toc }).locator('[aria-current=page]')).toContainText(
      'Blacklisted',
    )
    expect(errors).toEqual([])
  })

  test('marks in each example the words that decide', async ({ page }) => {
    for (const id of ['mailbox_full', 'relay_denied']) {
      await page.goto(inWorkspace(`guide/${id}`))
      const examples = page.getByRole('article').locator('pre')
      await expect(examples.first()).toBeVisible()
      expect(await examples.locator('mark').count()).toBe(await examples.count())
    }
  })

  test('is searched over all its texts', async ({ page }) => {
    await page.goto(inWorkspace('guide'))
    const nav = page.getByRole('navigation', { name: toc })
    // The key works from the moment the page's code runs.
    await expect(async () => {
      await page.keyboard.press('/')
      await expect(page.getByLabel('Search the guide')).toBeFocused({ timeout: 500 })
    }).toPass()
    await page.keyboard.type('mxtoolbox')
    await expect(nav.getByRole('status')).toHaveText('1 category')
    await expect(nav.locator('mark')).toHaveText('MXToolbox')
    await nav.getByRole('link', { name: /Blacklisted/ }).click()
    await expect(page).toHaveURL(/\/guide\/blacklisted$/)
    await page.getByLabel('Search the guide').fill('xylophone')
    await expect(nav.getByRole('status')).toHaveText('Nothing in the guide says that')
    await page.keyboard.press('Escape')
    await expect(nav.getByRole('link', { name: /Mailbox full/ })).toBeVisible()
  })

  test('explains a pasted bounce, and tells what is none', async ({ page }) => {
    await page.goto(inWorkspace('guide'))
    const card = page.getByRole('region', { name: 'Paste a bounce' })
    const answer = card.getByRole('status')
    await card.getByLabel('Bounce text').fill('554 5.7.1 Rejected: IP address is blacklisted')
    await page.keyboard.press('Control+Enter')
    await expect(answer).toContainText('Blocked sender / blacklisted IP')
    await expect(answer).toContainText('Fix first')
    await expect(answer.locator('mark')).toContainText('blacklisted')
    await expect(answer.getByText('554', { exact: true })).toBeVisible()
    await answer.getByRole('link', { name: /Fix it in \d steps/ }).click()
    await expect(page).toHaveURL(/\/guide\/blacklisted$/)
    await expect(card.getByLabel('Bounce text')).toHaveValue(/blacklisted/)

    await card
      .getByLabel('Bounce text')
      .fill('I am out of the office until Monday and will read your mail then.')
    await card.getByRole('button', { name: 'Explain' }).click()
    await expect(answer).toContainText('Not a bounce')

    await card.getByLabel('Bounce text').fill('The moon is made of cheese')
    await card.getByRole('button', { name: 'Explain' }).click()
    await expect(answer).toContainText('Unclassified')
    await expect(answer).toContainText('does not say why')
  })

  test('shows pasted text as text, whatever it holds', async ({ page }) => {
    await page.goto(inWorkspace('guide'))
    const card = page.getByRole('region', { name: 'Paste a bounce' })
    await card.getByLabel('Bounce text').fill('550 5.1.1 <img src=x onerror="document.title=1"> User unknown')
    await card.getByRole('button', { name: 'Explain' }).click()
    await expect(card.getByRole('status').locator('pre')).toContainText('<img src=x')
    await expect(page).toHaveTitle(/Guide/)
  })

  test('answers 404 for a category that does not exist', async ({ page }) => {
    const response = await page.goto(inWorkspace('guide/nonsense'))
    expect(response?.status()).toBe(404)
  })

  test('prints the article alone', async ({ page }) => {
    await page.goto(inWorkspace('guide/mailbox_full'))
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('navigation', { name: toc })).toBeHidden()
    await expect(page.getByRole('region', { name: 'Paste a bounce' })).toBeHidden()
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  })

  test('is accessible in every look', async ({ page }) => {
    test.slow()
    for (const path of ['guide', 'guide/blacklisted']) {
      await page.goto(inWorkspace(path))
      await inEveryLook(page, async () => {
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await axeCheck(page)
        await fitsWidth(page)
      })
    }
  })
})

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
