'use client'

import { useTransition } from 'react'
import { categoryName } from '@/components/data/category-label'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { undoFixAction } from '../../_resubmit/actions'

interface Fix {
  id: string
  category: string
  account: string
  what: string
  when: string
}

/** What was marked as fixed lately; each can be taken back. */
export function FixList({ slug, fixes, mayAct }: { slug: string; fixes: readonly Fix[]; mayAct: boolean }) {
  const [pending, start] = useTransition()
  const undo = (id: string) =>
    start(async () => {
      const result = await undoFixAction(slug, { id })
      toast(result.ok ? 'Fix taken back' : result.error.message, result.ok ? {} : { kind: 'failed' })
    })
  return (
    <details>
      <summary className="w-max font-medium text-text">Fixed lately</summary>
      <ul className="mt-1 grid gap-1">
        {fixes.map((fix) => (
          <li key={fix.id} className="flex flex-wrap items-center gap-x-2">
            <span className="min-w-0 flex-1 basis-52 wrap-anywhere">
              {categoryName(fix.category, true)} at {fix.account || 'the unknown account'}: {fix.what},{' '}
              {fix.when}
            </span>
            {mayAct && (
              <Button
                size="sm"
                variant="quiet"
                pending={pending}
                aria-label={`Take back: ${fix.what}`}
                onClick={() => undo(fix.id)}
              >
                Take back
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
