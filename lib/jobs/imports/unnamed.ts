/** Pattern and replacement that take the meaning out of the signs of a regular expression. */
const ESCAPE = String.raw`'([].*+?^$|(){}\\[])', '\\\1', 'g'`

/**
 * A text without the name of a person, as SQL: templates mask addresses and hosts, and leave `The mailbox of Anna Berg is full` as it is.
 * The name is the one that came with the address, or what an address like `anna.berg@` tells; a single word is none.
 */
export function unnamedSql(text: string, recipient: string, name: string): string {
  const local = `split_part(${recipient}, '@', 1)`
  const told = `case when ${local} ~ '^[a-z]{2,}([._-][a-z]{2,})+$' then regexp_replace(${local}, '[._-]', '[^a-z0-9]+', 'g') end`
  const own = `case when ${name} ~ '\\S\\s+\\S' then regexp_replace(${name}, ${ESCAPE}) end`
  return `regexp_replace(${text}, coalesce(nullif(concat_ws('|', ${told}, ${own}), ''), 'a^'), '[erased]', 'gi')`
}
