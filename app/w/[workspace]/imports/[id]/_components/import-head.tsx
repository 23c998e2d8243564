import type { ReactNode } from 'react'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeader } from '@/components/ui/page-header'
import { Stepper } from '@/components/ui/stepper'

const STEPS = ['Upload', 'Columns', 'Dry run', 'Check', 'Import'] as const

interface Props {
  /** `/w/acme/imports`. */
  base: string
  fileName: string
  title: string
  description?: ReactNode
  /** Where the import stands; none once it is over. */
  step?: (typeof STEPS)[number]
  actions?: ReactNode
}

/** The head of an import's page: where it is, what to do now, and the steps to the end. */
export function ImportHead({ base, fileName, title, description, step, actions }: Props) {
  return (
    <>
      <Breadcrumbs items={[{ label: 'Imports', href: base }, { label: fileName }]} />
      <div className="mt-1">
        <PageHeader
          title={title}
          description={description}
          actions={actions ?? (step && <Stepper label="Steps" steps={STEPS} current={STEPS.indexOf(step)} />)}
        />
      </div>
    </>
  )
}
