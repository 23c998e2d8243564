import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  path: string
  text: string
}

const METHODS = /export (?:const|async function|function) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g

/** Every source file below the folders, tests left out. */
export function sourceFiles(root: string, folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
      .map((name) => join(folder, name).replaceAll('\\', '/'))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  )
}

/** Every page and handler of the app as `GET /w/[workspace]/members`. */
export function listRoutes(root: string): string[] {
  return sourceFiles(root, ['app']).flatMap(({ path, text }) => {
    if (path.endsWith('/page.tsx')) return [`GET ${urlOf(path)}`]
    if (path.endsWith('/route.ts'))
      return [...text.matchAll(METHODS)].map((match) => `${match[1]} ${urlOf(path)}`)
    return []
  })
}

/** `app/(access)/sign-in/page.tsx` → `/sign-in`. */
function urlOf(path: string): string {
  const parts = path.split('/').slice(1, -1)
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`
}
