import type { Fragment, ISql } from 'postgres'
import { wantedCategories, type Scope } from './scope'
import type { Search } from './search'

/** The last code point: an upper bound of everything that begins with a prefix, in collation C. */
const LAST = '\u{10FFFF}'

/** Joins fragments with `and` or `or`. */
export function join(sql: ISql, parts: Fragment[], by: 'and' | 'or'): Fragment {
  return parts.reduce((all, part) => (by === 'and' ? sql`${all} and ${part}` : sql`${all} or ${part}`))
}

/** One value as an equation: only then does the planner see that the index behind it gives the rows in order. */
function oneOf(sql: ISql, column: string, values: readonly string[]): Fragment {
  const name = sql(`b.${column}`)
  return values.length === 1
    ? sql`${name} = ${values[0]!}`
    : sql`${name} = any(${values as string[]}::text[])`
}

/** Workspace and days of a scope, on `bounces b`; days are days in the workspace's zone. */
export function inRange(sql: ISql, { workspaceId, timeZone, filter }: Scope): Fragment {
  return sql`b.workspace_id = ${workspaceId}
    and b.occurred_at >= (${filter.from}::date::timestamp at time zone ${timeZone})
    and b.occurred_at < ((${filter.to}::date + 1)::timestamp at time zone ${timeZone})`
}

/**
 * The conditions of a scope that an index serves, beside its days. `walking`: along another index, which the planner would else leave
 * for that of a prefix, and sort all that begins so.
 */
export function indexed(sql: ISql, { filter, search }: Scope, walking = false): Fragment[] {
  const categories = wantedCategories(filter)
  const parts: Fragment[] = []
  if (filter.accounts.length > 0) {
    const within = categories ? sql` and ${oneOf(sql, 'category', categories)}` : sql``
    parts.push(sql`${oneOf(sql, 'account', filter.accounts)}${within}`)
  } else if (categories) parts.push(oneOf(sql, 'category', categories))
  if (filter.campaigns.length > 0) parts.push(oneOf(sql, 'campaign', filter.campaigns))
  if (filter.template) parts.push(sql`b.template_id = ${filter.template}`)
  if (filter.importId) parts.push(sql`b.import_id = ${filter.importId}`)
  if (filter.unverified) parts.push(sql`not b.verified`)
  if (search) parts.push(found(sql, search, walking))
  return parts
}

/** Every condition of a scope, on `bounces b`. */
export function matching(sql: ISql, scope: Scope, walking = false): Fragment {
  const { filter } = scope
  const parts = [inRange(sql, scope), ...indexed(sql, scope, walking)]
  if (filter.providers.length > 0) parts.push(oneOf(sql, 'provider', filter.providers))
  if (filter.types.length > 0) parts.push(oneOf(sql, 'bounce_type', filter.types))
  return join(sql, parts, 'and')
}

function found(sql: ISql, search: Search, walking: boolean): Fragment {
  const parts = alternatives(sql, search, walking)
  return parts.length > 0 ? sql`(${join(sql, parts, 'or')})` : sql`false`
}

/** The alternatives of a search, each served by an index of its own. */
function alternatives(
  sql: ISql,
  { recipient, prefix, domain, templates, inReply }: Search,
  walking = false,
): Fragment[] {
  const parts: Fragment[] = []
  if (recipient) parts.push(sql`b.recipient = ${recipient}`)
  if (prefix && walking) parts.push(sql`left(b.recipient, ${[...prefix].length}) = ${prefix}`)
  else if (prefix) parts.push(sql`(b.recipient >= ${prefix} and b.recipient < ${prefix + LAST})`)
  if (domain) parts.push(sql`b.domain = ${domain}`)
  if (templates.length > 0) {
    const said = inReply.length > 0 ? sql` and b.diagnostic ilike all (${inReply}::text[])` : sql``
    parts.push(sql`(b.template_id = any(${templates}::uuid[])${said})`)
  }
  return parts
}
