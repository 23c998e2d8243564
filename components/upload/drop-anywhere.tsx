'use client'

import { Upload as UploadIcon } from 'lucide-react'
import { useCallback } from 'react'
import { addUploads } from './upload-store'
import { Uploads } from './uploads'
import { useFileDrop } from './use-file-drop'

/** Makes the whole page take dropped files, and shows how their uploads go. Put it once on a page, for people who may upload. */
export function DropAnywhere({ workspace }: { workspace: string }) {
  const take = useCallback((files: File[]) => void addUploads(workspace, files), [workspace])
  const over = useFileDrop(null, take)
  return (
    <>
      {over && (
        <div className="pointer-events-none fixed inset-0 z-50 grid animate-fade place-items-center bg-scrim p-4">
          <p className="flex items-center gap-2 rounded-lg border-2 border-dashed border-accent bg-canvas px-6 py-5 text-16 font-semibold">
            <UploadIcon className="size-5" strokeWidth={1.5} aria-hidden />
            Drop bounce files anywhere
          </p>
        </div>
      )}
      <Uploads workspace={workspace} floating />
    </>
  )
}
