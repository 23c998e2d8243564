'use client'

import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { RotateCw, X } from 'lucide-react'
import { useEffect } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button, IconButton } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Progress } from '@/components/ui/progress'
import { formatBytes, plural } from '@/lib/format'
import { dropUpload, retryUpload, takeOnward, type Upload } from './upload-store'
import { useUploads } from './use-uploads'

/** How the uploads of this tab go, each with its own state. One file leads to its import when it has arrived. */
export function Uploads({ workspace, floating }: { workspace: string; floating?: boolean }) {
  const uploads = useUploads(workspace)
  useGoOn(workspace, uploads)
  useKeepPage(uploads.some((upload) => upload.state === 'sending' || upload.state === 'waiting'))
  if (uploads.length === 0) return null
  return (
    <section
      aria-label="Uploads"
      data-print="hide"
      className={cn(
        'rounded-lg border border-border-strong bg-raised',
        floating &&
          'fixed right-4 bottom-4 left-4 z-40 max-h-[60dvh] overflow-y-auto shadow-pop sm:left-auto sm:w-96',
      )}
    >
      <h2 className="px-4 pt-3 text-14 font-semibold">{plural(uploads.length, 'upload')}</h2>
      <ul className="px-4 pb-2">
        {uploads.map((upload) => (
          <Row key={upload.id} upload={upload} workspace={workspace} />
        ))}
      </ul>
    </section>
  )
}

function Row({ upload, workspace }: { upload: Upload; workspace: string }) {
  const { id, name, size, state, sent, failure, importId } = upload
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-1 border-b border-border py-2 text-13 last:border-b-0">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium" title={name}>
          {name}
        </span>
        {state === 'waiting' && <Badge>Waiting</Badge>}
        {state === 'sending' && <Badge tone="info">{sent < size ? 'Uploading' : 'Finishing'}</Badge>}
        {state === 'failed' && <Badge tone="critical">Failed</Badge>}
        {state === 'sent' && importId && (
          <Link href={`/w/${workspace}/imports/${importId}`} className="link">
            Open
          </Link>
        )}
        {state === 'failed' && failure?.again && (
          <Button size="sm" onClick={() => retryUpload(id)}>
            <RotateCw strokeWidth={1.5} aria-hidden />
            Try again
          </Button>
        )}
        <IconButton
          label={state === 'sent' ? `Hide ${name}` : `Cancel ${name}`}
          onClick={() => dropUpload(id)}
        >
          <X strokeWidth={1.5} aria-hidden />
        </IconButton>
      </div>
      {state === 'sending' && (
        <>
          <Progress label={`Upload of ${name}`} value={sent} max={size} />
          <span className="text-12 text-muted">
            {formatBytes(Math.min(sent, size))} of {formatBytes(size)}
          </span>
        </>
      )}
      {failure && (
        <p role="alert" className="text-12 text-on-critical">
          {failure.message}
        </p>
      )}
    </li>
  )
}

/** Goes to the import of a single file, to the list of several, and keeps that list up to date. */
function useGoOn(workspace: string, uploads: readonly Upload[]) {
  const router = useRouter()
  const path = usePathname()
  const list = `/w/${workspace}/imports`
  useEffect(() => {
    const onward = takeOnward(workspace, path === list)
    if (!onward) return
    if (onward.to === 'refresh') router.refresh()
    else router.push(onward.to === 'import' ? `${list}/${onward.importId}` : list)
  }, [workspace, uploads, list, path, router])
}

/** Asks before the page is left while files are on their way. */
function useKeepPage(busy: boolean) {
  useEffect(() => {
    if (!busy) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [busy])
}
