import type { Sql } from 'postgres'
import { stageName } from './stage-table'
import { emptyTally, type KeyCursor, type Taken, type Tally, type Tx } from './work'

/** One of the spans of keys in which an import is stored side by side. */
export interface Lane {
  lane: number
  after: KeyCursor | null
  /** Rows from this second on are the next lane's. */
  before: number | null
  tally: Tally
  /** Staged rows handled. */
  done: number
  ended: boolean
}

type LaneCheckpoint = Omit<Lane, 'lane'>

/** Below this a second lane is not worth its connection. */
const LANE_ROWS = 30_000

/** The lanes of an import, made at the first call: two of about equal size, cut where a day of the workspace begins. */
export async function openLanes(tx: Tx, taken: Taken, staged: number, timeZone: string): Promise<Lane[]> {
  const before = await loadLanes(tx, taken)
  if (before.length > 0) return before
  const cut = staged >= LANE_ROWS * 2 ? await middleDay(tx, taken.importId, staged, timeZone) : null
  const fresh = { tally: emptyTally(), done: 0, ended: false }
  const spans: LaneCheckpoint[] =
    cut === null
      ? [{ after: null, before: null, ...fresh }]
      : [
          { after: null, before: cut, ...fresh },
          {
            after: { at: cut, key: '00000000-0000-0000-0000-000000000000', seq: 0, k: 0 },
            before: null,
            ...fresh,
          },
        ]
  for (const [lane, checkpoint] of spans.entries()) {
    await tx`
      insert into import_lanes (workspace_id, import_id, lane, checkpoint)
      values (${taken.workspaceId}, ${taken.importId}, ${lane}, ${tx.json(checkpoint as never)})`
  }
  return spans.map((span, lane) => ({ lane, ...span }))
}

/** The lanes as they stand. */
export async function loadLanes(
  sql: Sql | Tx,
  { workspaceId, importId }: Omit<Taken, 'fence'>,
): Promise<Lane[]> {
  const rows = await sql<{ lane: number; checkpoint: LaneCheckpoint }[]>`
    select lane, checkpoint from import_lanes
    where workspace_id = ${workspaceId} and import_id = ${importId} order by lane`
  return rows.map(({ lane, checkpoint }) => ({ lane, ...checkpoint }))
}

/** Writes a lane's checkpoint in its step's transaction. */
export async function saveLane(
  tx: Tx,
  { workspaceId, importId }: Taken,
  { lane, ...rest }: Lane,
): Promise<void> {
  await tx`
    update import_lanes set checkpoint = ${tx.json(rest as never)}
    where workspace_id = ${workspaceId} and import_id = ${importId} and lane = ${lane}`
}

/** Forgets the lanes of an import that is settled. */
export async function dropLanes(tx: Tx, { workspaceId, importId }: Omit<Taken, 'fence'>): Promise<void> {
  await tx`delete from import_lanes where workspace_id = ${workspaceId} and import_id = ${importId}`
}

/** The start of the day in which the middle row lies; null where that is the first day, too. */
async function middleDay(tx: Tx, importId: string, staged: number, timeZone: string): Promise<number | null> {
  const name = stageName(importId)
  const [row] = await tx.unsafe<{ cut: number; first: number }[]>(
    `select extract(epoch from date_trunc('day', to_timestamp(middle) at time zone $2) at time zone $2)::float8 as cut,
       first::float8 as first
     from (select (select s.at from ${name} s order by s.at, s.key, s.seq offset $1 limit 1) as middle,
       (select min(s.at) from ${name} s) as first) m`,
    [Math.floor(staged / 2), timeZone],
  )
  return row && row.cut > row.first ? row.cut : null
}
