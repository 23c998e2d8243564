import type { Page } from '@playwright/test'
import { openServerDatabase } from './server-database'
import { ADMIN, axeCheck, expect, fitsWidth, inEveryLook, inWorkspace, test } from './fixtures'

const PASSWORD = 'a long enough password'
let people = 0
const newEmail = () => `guest${(people += 1)}-${Date.now()}@acme.example`

async function signIn(page: Page, email: string, password: string) {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Makes an invite link as the admin. */
async function invite(admin: Page, role: 'Viewer' | 'Operator' | 'Admin'): Promise<string> {
  await admin.goto(inWorkspace('members'))
  await admin.getByRole('button', { name: 'Invite' }).click()
  await admin.getByRole('radio', { name: role }).check()
  await admin.getByRole('button', { name: 'Make the link' }).click()
  const link = await admin.getByRole('dialog').locator('code').innerText()
  await admin.getByRole('button', { name: 'Done' }).click()
  return link
}

async function join(page: Page, link: string, name: string): Promise<string> {
  const email = newEmail()
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page).toHaveURL(new RegExp(`${inWorkspace()}$`))
  return email
}

test('a wrong password and an unknown address get the same answer', async ({ visitor }) => {
  const answers: string[] = []
  for (const email of [ADMIN.email, 'nobody@acme.example']) {
    await signIn(visitor, email, 'not the password')
    const alert = visitor.getByRole('main').getByRole('alert')
    await expect(alert).toBeVisible()
    answers.push(await alert.innerText())
  }
  expect(answers[0]).toBe(answers[1])
  await signIn(visitor, ADMIN.email.toUpperCase(), ADMIN.password)
  await expect(visitor).toHaveURL(new RegExp(`${inWorkspace()}$`))
})

test('sign-in leads back to the page that was asked for, and its cookie is out of reach of scripts', async ({
  visitor,
}) => {
  await visitor.goto(inWorkspace('members'))
  await expect(visitor).toHaveURL(/\/sign-in\?next=/)
  await visitor.getByLabel('Email').fill(ADMIN.email)
  await visitor.getByLabel('Password', { exact: true }).fill(ADMIN.password)
  await visitor.getByLabel('Password', { exact: true }).press('Enter')
  await expect(visitor).toHaveURL(new RegExp(inWorkspace('members')))
  const session = (await visitor.context().cookies()).find((cookie) => cookie.name === 'rebound.session')
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  expect(await visitor.evaluate(() => document.cookie)).not.toContain('session')
})

test('an invited person joins once, acts in their role at once, and is out when disabled', async ({
  page,
  visitor,
  browser,
}) => {
  const name = `Omar ${Date.now()}`
  const link = await invite(page, 'Viewer')
  await join(visitor, link, name)
  await visitor.goto(inWorkspace('members'))
  await expect(visitor.getByRole('button', { name: 'Invite' })).toHaveCount(0)

  const late = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const latePage = await late.newPage()
  await latePage.goto(link)
  await expect(latePage.getByRole('heading', { level: 1 })).toHaveText('This link has ended')
  await late.close()

  await page.reload()
  await page.getByRole('combobox', { name: `Role of ${name}` }).selectOption('admin')
  await expect(page.getByText(`${name} is an admin now.`)).toBeVisible()
  await visitor.reload()
  await expect(visitor.getByRole('button', { name: 'Invite' })).toBeVisible()

  await page.getByRole('button', { name: `Disable ${name}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
  await expect(page.getByRole('row', { name }).getByText('Disabled')).toBeVisible()
  await visitor.reload()
  await expect(visitor).toHaveURL(/\/sign-in/)
})

test('a revoked invite lets nobody in', async ({ page, visitor }) => {
  const link = await invite(page, 'Operator')
  const row = page.getByRole('listitem').filter({ hasText: 'Operator' }).first()
  await row.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('The link does not work any more.')).toBeVisible()
  await visitor.goto(link)
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('This link has ended')
})

test('a new password ends the other sessions; signing out everywhere ends them all', async ({
  page,
  visitor,
  browser,
}) => {
  const email = await join(visitor, await invite(page, 'Viewer'), 'Ines')
  const other = await (await browser.newContext({ storageState: { cookies: [], origins: [] } })).newPage()
  await signIn(other, email, PASSWORD)
  await expect(other).toHaveURL(new RegExp(`${inWorkspace()}$`))

  await visitor.goto(inWorkspace('account'))
  await visitor.getByLabel('Current password').fill('not this one')
  await visitor.getByLabel('New password').fill('another long password')
  await visitor.getByRole('button', { name: 'Change password' }).click()
  await expect(visitor.getByText('This is not your current password.')).toBeVisible()
  await visitor.getByLabel('Current password').fill(PASSWORD)
  await visitor.getByRole('button', { name: 'Change password' }).click()
  await expect(visitor.getByText('Your password is changed. 1 other session ended.')).toBeVisible()
  await other.reload()
  await expect(other).toHaveURL(/\/sign-in/)
  await visitor.reload()
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Your account')

  await visitor.getByRole('button', { name: 'Sign out everywhere' }).click()
  await visitor.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(visitor).toHaveURL(/\/sign-in/)
  await visitor.goto(inWorkspace())
  await expect(visitor).toHaveURL(/\/sign-in/)
  await other.context().close()
})

test('signing out from the menu ends the session, also where its cookie was kept', async ({
  page,
  visitor,
}) => {
  await join(visitor, await invite(page, 'Viewer'), 'Leah')
  const kept = await visitor.context().cookies()
  await visitor.goto(inWorkspace('members'))
  await visitor.getByRole('button', { name: /^Leah/ }).click()
  await visitor.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(visitor).toHaveURL(/\/sign-in/)
  await visitor.context().addCookies(kept)
  await visitor.goto(inWorkspace('members'))
  await expect(visitor).toHaveURL(/\/sign-in/)
})

test('another workspace is made, switched to, and out of reach of others', async ({ page, visitor }) => {
  await join(visitor, await invite(page, 'Viewer'), 'Tom')
  await visitor.goto(inWorkspace('settings'))
  await expect(visitor.getByText('An admin can change this.')).toBeVisible()
  await visitor.getByLabel('Workspace name').fill('Tom’s own')
  await visitor.getByRole('button', { name: 'Create workspace' }).click()
  await expect(visitor).toHaveURL(/\/w\/tom-s-own/)
  const slug = new URL(visitor.url()).pathname
  await visitor.goto(`${slug}/settings`)
  const own = visitor.getByRole('region', { name: 'This workspace' })
  await expect(own.getByLabel('Time zone')).toHaveValue('Europe/Berlin')
  await own.getByLabel('Name').fill('Tom’s desk')
  await own.getByLabel('Time zone').selectOption('Asia/Tokyo')
  await own.getByRole('button', { name: 'Save' }).click()
  await expect(visitor.getByText('Every day now begins at midnight of the new zone.')).toBeVisible()
  await visitor.reload()
  await expect(own.getByLabel('Time zone')).toHaveValue('Asia/Tokyo')
  await expect(own.getByLabel('Name')).toHaveValue('Tom’s desk')
  expect((await page.goto(slug))?.status()).toBe(404)
  await expect(page.getByText('There is no such page')).toBeVisible()
  await visitor.goto('/')
  await expect(visitor).toHaveURL(new RegExp(`${slug}$`))
})

test('a forwarding header that anybody can send does not change who is limited', async ({
  request,
  baseURL,
}) => {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const response = await request.post('/api/auth/callback/credentials', {
    headers: { origin: baseURL ?? '', 'x-forwarded-for': '203.0.113.77' },
    form: { email: newEmail(), password: 'wrong', csrfToken, json: 'true' },
  })
  expect(response.status()).toBe(401)
  const { sql, close } = await openServerDatabase()
  const keys = await sql<{ key: string }[]>`select key from limits where key like 'sign-in:address:%'`
  await close()
  expect(keys.map(({ key }) => key.replace('sign-in:address:', ''))).toEqual(['127.0.0.1'])
})

test('pages carry a content policy with a nonce of their own, and headers that shut the rest', async ({
  request,
}) => {
  const [one, two] = [await request.get(inWorkspace('members')), await request.get('/sign-in')]
  const policies = [one, two].map((response) => response.headers()['content-security-policy'] ?? '')
  const nonces = policies.map(
    (policy) => /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1],
  )
  expect(nonces[0]).toMatch(/^[\w+/]{48}$/)
  expect(nonces[0]).not.toBe(nonces[1])
  for (const policy of policies) expect(policy).toContain("frame-ancestors 'none'")
  const headers = one.headers()
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
  })
  expect(headers).toHaveProperty('permissions-policy')
  expect(headers).not.toHaveProperty('x-powered-by')
  expect(headers).not.toHaveProperty('strict-transport-security')
  expect((await request.get('/_next/image?url=%2Ficon.svg&w=64&q=75')).status()).toBe(404)
  for (const path of ['session', 'providers', 'signin', 'error']) {
    expect((await request.get(`/api/auth/${path}`)).status()).toBe(404)
  }
})

test('the pages of access are accessible and fit in every look', async ({ page, visitor }) => {
  test.setTimeout(120_000)
  await visitor.goto('/sign-in')
  await inEveryLook(visitor, async () => {
    await axeCheck(visitor)
    await fitsWidth(visitor)
  })
  const link = await invite(page, 'Viewer')
  await visitor.goto(link)
  await inEveryLook(visitor, async () => {
    await axeCheck(visitor)
    await fitsWidth(visitor)
  })
  for (const path of ['members', 'settings', 'account']) {
    await page.goto(inWorkspace(path))
    await inEveryLook(page, async () => {
      await axeCheck(page)
      await fitsWidth(page)
    })
  }
})
