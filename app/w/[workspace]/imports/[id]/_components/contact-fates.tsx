import { Ban, CircleHelp, Clock, Wrench, type LucideIcon } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { contactFates, type ContactFates } from '@/db/queries/imports/contact-fates'
import { loadRules } from '@/db/queries/resubmit/load-rules'
import { formatCount } from '@/lib/format'
import type { Context } from '@/lib/services/context'
import { FORETOLD, foretellContacts } from '@/lib/services/imports/foretell-contacts'
import { Line, Lines } from './heaps'

type Key = 'joining' | 'resting' | 'waiting' | 'suggested'

interface FateLine {
  key: Key
  icon: LucideIcon
  ahead: string
  done: string
  path: string
}

const LINES: readonly FateLine[] = [
  { key: 'joining', icon: Ban, ahead: 'Join Do Not Email', done: 'Joined Do Not Email', path: '/dne' },
  { key: 'resting', icon: Clock, ahead: 'Rest on a hold', done: 'Resting on a hold', path: '/resubmit' },
  { key: 'waiting', icon: Wrench, ahead: 'Wait for a fix', done: 'Waiting for a fix', path: '/resubmit' },
  {
    key: 'suggested',
    icon: CircleHelp,
    ahead: 'Suggested for your decision',
    done: 'Suggested for your decision',
    path: '/dne/suggestions',
  },
]

interface Props {
  fates: Pick<ContactFates, Key>
  /** Entries of the list before the file; where it is not imported yet. */
  listedBefore?: number
  /** `/w/acme`, where it is: its lines lead to the contacts. */
  base?: string
}

/** What the file does to the people it names, beside the bounces it brings. */
function Fates({ fates, listedBefore, base }: Props) {
  return (
    <section aria-labelledby="contact-fates">
      <h3 id="contact-fates" className="mt-4 mb-1 text-13 font-semibold">
        {base ? 'What happened to the contacts' : 'What happens to the contacts'}
      </h3>
      <Lines>
        {LINES.map(({ key, icon: Icon, ahead, done, path }) => (
          <Line
            key={key}
            term={
              <>
                <Icon className="size-[13px] shrink-0" strokeWidth={1.5} aria-hidden />
                {base && fates[key] > 0 ? (
                  <Link href={`${base}${path}`} prefetch={false} className="hover-line">
                    {done}
                  </Link>
                ) : (
                  <span>{base ? done : ahead}</span>
                )}
                {key === 'joining' && listedBefore !== undefined && fates.joining > 0 && (
                  <small className="text-12 text-muted">
                    {formatCount(listedBefore)} → {formatCount(listedBefore + fates.joining)} for good
                  </small>
                )}
              </>
            }
            count={fates[key]}
          />
        ))}
      </Lines>
      <p className="mt-2 text-12 text-muted">
        Nobody is listed for a fault on your side. Soft bounces whose hold is over can be tried again.
      </p>
    </section>
  )
}

/** Why a large file's contacts are not counted. */
function TooMany({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-labelledby="contact-fates">
      <h3 id="contact-fates" className="mt-4 mb-1 text-13 font-semibold">
        {title}
      </h3>
      <p className="text-13 text-muted">{children}</p>
    </section>
  )
}

function Whole({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="link underline underline-offset-3">
      {children}
    </Link>
  )
}

interface OfImport {
  ctx: Context
  importId: string
  bounces: number
}

/** Before a checked file is imported. */
export async function FatesAhead({ ctx, importId, bounces }: OfImport) {
  if (bounces > FORETOLD) {
    return (
      <TooMany title="What happens to the contacts">
        Above {formatCount(FORETOLD)} bounces this is not worked out beforehand: it would take too long. Once
        imported, the contacts stand on Do Not Email, among its suggestions, and on Resubmit.
      </TooMany>
    )
  }
  const fates = await foretellContacts(ctx, { importId, bounces })
  return fates && <Fates fates={fates} listedBefore={fates.listedBefore} />
}

/** Once it is imported, as it stands now. */
export async function FatesNow({ ctx, importId, bounces }: OfImport) {
  const { sql, workspace, now } = ctx
  if (bounces > FORETOLD) {
    const base = `/w/${workspace.slug}`
    return (
      <TooMany title="What happened to the contacts">
        Above {formatCount(FORETOLD)} bounces, the contacts of one file are not counted apart from all others:
        it would take too long. All stand on <Whole href={`${base}/dne`}>Do Not Email</Whole>, among its{' '}
        <Whole href={`${base}/dne/suggestions`}>suggestions</Whole>, and on{' '}
        <Whole href={`${base}/resubmit`}>Resubmit</Whole>.
      </TooMany>
    )
  }
  if (bounces === 0) return null
  const { rules, plusTags } = await loadRules(sql, workspace.id)
  const fates = await contactFates(sql, importId, { workspaceId: workspace.id, now, rules, plusTags })
  return <Fates fates={fates} base={`/w/${workspace.slug}`} />
}
