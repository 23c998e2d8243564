import type { ReactNode } from 'react'
import { Logo } from '@/components/shell/logo'
import { Examples } from './_components/examples'

/** The pages one sees before being in a workspace: a form, and beside it what the product does. */
export default function AccessLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <main id="main" className="flex flex-col px-6 py-6 sm:px-12 sm:py-10">
        <div className="flex items-center gap-2 text-14 font-semibold">
          <Logo className="size-6" />
          Rebound
        </div>
        <div className="mx-auto flex w-full max-w-90 flex-1 flex-col justify-center py-10">{children}</div>
      </main>
      <Examples />
    </div>
  )
}
