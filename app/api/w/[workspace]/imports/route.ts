import { parseStrictly } from '@/lib/action'
import { defineRoute } from '@/lib/route'
import { listImports, listImportsInput } from '@/lib/services/imports/list-imports'

/** The workspace's imports, newest first; `?cursor=…` is the `next` of the page before. */
export const GET = defineRoute({
  role: 'viewer',
  async run(ctx, request) {
    const input = parseStrictly(listImportsInput, { cursor: request.nextUrl.searchParams.get('cursor') })
    return input.ok ? listImports(ctx, input.value) : input
  },
})
