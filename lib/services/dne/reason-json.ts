const COLUMNS = [
  ['scope', 'text'],
  ['domain', 'text'],
  ['category', 'text'],
  ['until', 'timestamptz'],
  ['bounce_at', 'timestamptz'],
  ['bounce_key', 'uuid'],
  ['source', 'text'],
  ['note', 'text'],
  ['created_at', 'timestamptz'],
  ['created_by', 'uuid'],
  ['act_id', 'uuid'],
] as const

/** The columns of a reason beside its key. */
export const FACT_COLUMNS = COLUMNS.map(([name]) => name).join(', ')

/** A row of `dne_reasons` as it is kept in `dne_changes`: times as numbers, so that no session's zone makes a difference. */
export function reasonJson(alias: string): string {
  const parts = COLUMNS.map(([name, type]) =>
    type === 'timestamptz'
      ? `'${name}', extract(epoch from ${alias}.${name})`
      : `'${name}', nullif(${alias}.${name}::text, '')`,
  )
  return `jsonb_strip_nulls(jsonb_build_object(${parts.join(', ')}))`
}

/** The same columns read back from such a value. */
export function fromReasonJson(json: string): string {
  return COLUMNS.map(([name, type]) => {
    const value = `(${json}->>'${name}')`
    if (type === 'timestamptz') return `to_timestamp(${value}::numeric)`
    if (type === 'uuid') return `${value}::uuid`
    return `coalesce(${value}, '')`
  }).join(', ')
}
