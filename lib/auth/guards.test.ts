import { expect, test } from 'vitest'
import { sourceFiles, type SourceFile } from './testing/routes'

/** Whoever adds a file here says why it may be open. */
const OPEN = new Map([
  ['app/(access)/sign-in/page.tsx', 'one signs in here'],
  ['app/(access)/set-up/page.tsx', 'there only while there is no user; its service refuses later'],
  ['app/(access)/invite/[workspace]/[token]/page.tsx', 'the secret in the link is the permission'],
  ['app/api/auth/[...nextauth]/route.ts', 'one signs in here; checks the origin itself'],
  ['app/api/health/route.ts', 'says whether the database answers and nothing else'],
  ['lib/auth/sign-out.ts', 'ends the caller’s own session, and does nothing without one'],
])

const EXPORTED =
  /^export\s+(?:(const|let|var|async function\*?|function\*?|class|default|\*|\{)\s*(\w*)\s*=?\s*(\w*))/gm
const METHOD = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/
const ACTION_MAKERS = ['defineAction', 'defineUserAction', 'definePublicAction']

/** What is not guarded in a file, one sentence each. */
function holes({ path, text }: SourceFile): string[] {
  if (OPEN.has(path)) return []
  const name = path.split('/').at(-1)
  if (path.startsWith('app/') && name === 'page.tsx') return pageHoles(path, text)
  if (path === 'app/w/[workspace]/layout.tsx') return pageHoles(path, text)
  if (path.startsWith('app/') && (name === 'route.ts' || name === 'route.tsx')) return routeHoles(path, text)
  if (/^\s*['"]use server['"]/m.test(text)) return actionHoles(path, text)
  return []
}

function pageHoles(path: string, text: string): string[] {
  const guard = path.startsWith('app/w/[workspace]/')
    ? /\bawait requireMember\(/
    : /\bawait require(Member|User)\(/
  return guard.test(text) ? [] : [`${path} does not ask who looks`]
}

function routeHoles(path: string, text: string): string[] {
  const exported = [...text.matchAll(EXPORTED)]
  const open = exported.filter(([, kind, id = '', maker]) => {
    if (kind === '*' || kind === '{') return true
    return METHOD.test(id) && !(kind === 'const' && maker === 'defineRoute')
  })
  const inWorkspace = path.startsWith('app/api/w/[workspace]/')
    ? []
    : [`${path} has no workspace in its path`]
  return [...open.map((match) => `${path}: ${match[0]} is not made by defineRoute`), ...inWorkspace]
}

function actionHoles(path: string, text: string): string[] {
  if (!/^['"]use server['"]/.test(text)) return [`${path} has an action inside another function`]
  const open = [...text.matchAll(EXPORTED)].filter(
    ([, kind, , maker = '']) => !(kind === 'const' && ACTION_MAKERS.includes(maker)),
  )
  return open.map((match) => `${path}: ${match[0]} is not made by defineAction`)
}

test('every page, handler and action of the source is guarded', () => {
  const files = sourceFiles('.', ['app', 'lib', 'components'])
  expect(files.filter((file) => file.path.endsWith('/page.tsx')).length).toBeGreaterThan(5)
  expect(files.flatMap(holes)).toEqual([])
})

test('every exception still exists', () => {
  const paths = new Set(sourceFiles('.', ['app', 'lib']).map((file) => file.path))
  expect([...OPEN.keys()].filter((path) => !paths.has(path))).toEqual([])
})

const API = 'app/api/w/[workspace]/x/route.ts'
const PAGE = 'app/w/[workspace]/x/page.tsx'
const ACTIONS = 'app/w/[workspace]/x/actions.ts'

test.each([
  [PAGE, 'export default function Page() { return null }'],
  [PAGE, 'export default async function Page() { await requireUser() }'],
  ['app/x/page.tsx', 'export default function Page() { return null }'],
  [API, 'export async function GET() { return new Response() }'],
  [API, 'export const POST = async () => new Response()'],
  [API, "export { GET } from './other'"],
  [API, "export * from './other'"],
  ['app/api/x/route.ts', "export const GET = defineRoute({ role: 'viewer' })"],
  [ACTIONS, "'use server'\nexport async function remove() {}"],
  [ACTIONS, "'use server'\nexport const remove = async () => {}"],
  [ACTIONS, "'use server'\nexport { remove } from './other'"],
  [ACTIONS, "'use server'\nexport default async function remove() {}"],
  ['components/x.tsx', "function Form() {\n  async function act() {\n    'use server'\n  }\n}"],
])('in %s this is found: %s', (path, text) => {
  expect(holes({ path, text })).not.toEqual([])
})

test.each([
  [PAGE, "const { ctx } = await requireMember(slug, 'admin')"],
  ['app/x/page.tsx', 'await requireUser()'],
  [API, "export const dynamic = 'force-dynamic'\nexport const GET = defineRoute<P>({ role: 'viewer' })"],
  [ACTIONS, "'use server'\nexport const remove = defineAction({\n  role: 'admin' })"],
])('in %s this passes: %s', (path, text) => {
  expect(holes({ path, text })).toEqual([])
})
