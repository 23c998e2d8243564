'use client'

import { useSyncExternalStore } from 'react'
import { uploadStore, type Upload } from './upload-store'

const none: readonly Upload[] = []

/** The uploads of this tab to a workspace. */
export function useUploads(workspace: string): readonly Upload[] {
  const all = useSyncExternalStore(uploadStore.subscribe, uploadStore.snapshot, () => none)
  return all.filter((upload) => upload.workspace === workspace)
}
