import type { TransactionSql } from 'postgres'
import { z } from 'zod'
import { loadPolicy } from '@/db/queries/dne/load-policy'
import { canonicalEntry } from '@/lib/dne/canonical'
import type { Scope } from '@/lib/dne/entry'
import { fail, ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { createAct, finishAct } from './act'
import { dayEnd } from './day-end'
import { storeEntries } from './store-entries'
import { transact } from './transact'

export const addEntriesInput = z.strictObject({
  /** Addresses and domains as people write them, one each. */
  entries: z.array(z.string().max(2600)).min(1).max(200_000),
  /** For bare domains: with or without what is below them. */
  scope: z.enum(['domain', 'subdomains']).optional(),
  reason: z.enum(['manual', 'complaint', 'unsubscribe', 'imported']),
  note: z.string().trim().max(500).optional(),
  /** The last day it stands; absent: for good. */
  until: z.iso.date().nullish(),
  why: z.string().trim().max(500).optional(),
})
export type AddEntriesInput = z.input<typeof addEntriesInput>

export interface Added {
  /** For the undo; null where nothing changed. */
  actId: string | null
  added: number
  already: number
  unreadable: { text: string; why: string }[]
}

interface Read {
  value: string
  domain: string
  scope: Scope
}

/** Puts addresses and domains on the list: one or many thousands, each once. What can't be read is given back with a sentence. */
export async function addEntries(ctx: Context, input: AddEntriesInput): Promise<Result<Added>> {
  const asked = authorised(ctx, 'operator', addEntriesInput, input)
  if (!asked.ok) return asked
  const { until: lastDay, reason, note = '', why } = asked.value
  const until = lastDay ? dayEnd(lastDay, ctx.workspace.timeZone) : null
  if (until && until <= ctx.now) {
    return fail('invalid_input', 'The end lies in the past.', { until: 'Pick a day from today on.' })
  }
  return transact(ctx.sql, async (tx): Promise<Result<Added>> => {
    const { plusTags } = (await loadPolicy(tx, ctx.workspace.id)).options
    const { read, unreadable } = readEntries(asked.value, plusTags)
    const already = read.length
    if (already === 0) return ok({ actId: null, added: 0, already, unreadable })
    const actId = await createAct(tx, ctx, { kind: 'add', why: why ?? note })
    const added = await storeEntries(tx, ctx, actId, selectOf(tx, read, { reason, note, until }))
    if (added === 0) {
      await tx`delete from dne_acts where workspace_id = ${ctx.workspace.id} and id = ${actId}`
      return ok({ actId: null, added, already, unreadable })
    }
    await finishAct(tx, ctx, actId, {
      action: 'dne.added',
      count: added,
      details: { reason, until: until?.toISOString() ?? null },
      about: read.length <= 20 ? read.map((each) => each.value) : [],
    })
    return ok({ actId, added, already: already - added, unreadable })
  })
}

function readEntries({ entries, scope }: z.output<typeof addEntriesInput>, plusTags: boolean) {
  const read = new Map<string, Read>()
  const unreadable: Added['unreadable'] = []
  for (const text of entries) {
    if (text.trim() === '') continue
    const entry = canonicalEntry(text, { plusTags })
    if (!entry.ok) {
      unreadable.push({ text: text.trim(), why: entry.why })
      continue
    }
    const wide = entry.scope === 'domain' && scope ? scope : entry.scope
    const before = read.get(entry.value)
    if (before?.scope !== 'subdomains')
      read.set(entry.value, { value: entry.value, domain: entry.domain, scope: wide })
  }
  return { read: [...read.values()], unreadable }
}

function selectOf(
  tx: TransactionSql,
  read: Read[],
  fact: { reason: string; note: string; until: Date | null },
) {
  const column = (name: keyof Read) => read.map((each) => each[name])
  return tx`
    select u.value, u.scope, u.domain, ${fact.reason}::text as reason, '' as category, ${fact.until}::timestamptz as until,
      null::timestamptz as bounce_at, 'person' as source, ${fact.note}::text as note, null::timestamptz as created_at
    from unnest(${column('value')}::text[], ${column('scope')}::text[], ${column('domain')}::text[]) u(value, scope, domain)`
}
