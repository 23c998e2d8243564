import { ERRORS } from '@/lib/errors'
import { fail } from '@/lib/result'
import { defineRoute } from '@/lib/route'
import { isId } from '@/lib/id'
import { getImport } from '@/lib/services/imports/get-import'

/** One import with its settings, counts and progress. */
export const GET = defineRoute<{ workspace: string; id: string }>({
  role: 'viewer',
  run: async (ctx, _, { id }) =>
    isId(id) ? getImport(ctx, { importId: id }) : fail('not_found', ERRORS.not_found.text),
})
