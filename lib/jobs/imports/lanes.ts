import type { Sql } from 'postgres'
import { emptyTally, type Taken, type Tally, type Tx } from './work'

/** One of the spans of the stage, in order of the file, in which an import is stored side by side. */
export interface Lane {
  lane: number
  /** The last outcome that was handled, and the last that is this lane's. */
  after: number
  end: number
  tally: Tally
  /** Staged rows handled. */
  done: number
  ended: boolean
}

type LaneCheckpoint = Omit<Lane, 'lane'>

/** Below this a second lane is not worth its connection. */
const LANE_ROWS = 30_000

/** The lanes of an import, made at the first call: two of equal size where it is large. They hold when the stage is made again. */
export async function openLanes(tx: Tx, taken: Taken, outcomes: number): Promise<Lane[]> {
  const before = await loadLanes(tx, taken)
  if (before.length > 0) return before
  const middle = Math.floor(outcomes / 2)
  const cuts = outcomes >= LANE_ROWS * 2 ? [0, middle, outcomes] : [0, outcomes]
  const spans = cuts.slice(1).map((end, lane): LaneCheckpoint => {
    return { after: cuts[lane]!, end, tally: emptyTally(), done: 0, ended: false }
  })
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
