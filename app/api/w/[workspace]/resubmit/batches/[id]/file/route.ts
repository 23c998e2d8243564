import { downloadResponse } from '@/lib/download'
import { defineRoute } from '@/lib/route'
import { EXPORT_LIMIT } from '@/lib/services/exports/export-allowance'
import { handOverFile } from '@/lib/services/resubmit/hand-over-file'

/** Hands the due part of a batch over as CSV; a form posts here, so that no link that is merely followed hands anybody over. */
export const POST = defineRoute<{ workspace: string; id: string }>({
  role: 'operator',
  limit: { ...EXPORT_LIMIT, name: 'handover', max: 60 },
  async run(ctx, request, { id }) {
    const fileId = request.nextUrl.searchParams.get('again') ?? undefined
    const made = await handOverFile(ctx, { batchId: id, ...(fileId ? { fileId } : {}) })
    return made.ok ? downloadResponse(made.value) : made
  },
})
