'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { ok } from '@/lib/result'
import { cancelImport as cancel } from '@/lib/services/imports/cancel-import'
import { getImport } from '@/lib/services/imports/get-import'
import { previewImport } from '@/lib/services/imports/preview-import'
import { retryImport as retry } from '@/lib/services/imports/retry-import'
import { saveSettings, saveSettingsInput } from '@/lib/services/imports/save-settings'
import { startDryRun } from '@/lib/services/imports/start-dry-run'
import { startImport as start } from '@/lib/services/imports/start-import'
import { undoImport as undo } from '@/lib/services/imports/undo-import'

const oneImport = z.object({ importId: z.uuid() })

/** Corrects how the file is read; gives the settings as they are now and the first rows under them. */
export const correctSettings = defineAction({
  role: 'operator',
  input: saveSettingsInput,
  run: async (ctx, input) => {
    const saved = await saveSettings(ctx, input)
    if (!saved.ok) return saved
    const [details, preview] = await Promise.all([getImport(ctx, input), previewImport(ctx, input)])
    if (!details.ok) return details
    return preview.ok ? ok({ settings: details.value.settings, preview: preview.value }) : preview
  },
})

/** Starts the dry run over the whole file. */
export const checkFile = defineAction({
  role: 'operator',
  input: oneImport,
  run: (ctx, { importId }) => startDryRun(ctx, { importId }),
})

/** Stores what the dry run found. */
export const startImport = defineAction({ role: 'operator', input: oneImport, run: start })

/** Stops an import; nothing of it stays. */
export const cancelImport = defineAction({ role: 'operator', input: oneImport, run: cancel })

/** Takes an import back. */
export const undoImport = defineAction({ role: 'operator', input: oneImport, run: undo })

/** Lets a failed import go on. */
export const retryImport = defineAction({ role: 'operator', input: oneImport, run: retry })
