import type { Sql } from 'postgres'

interface Place {
  workspaceId: string
  uploadId: string
}

/** Adds one stored chunk; `size` is its size before compression. */
export async function addChunk(
  sql: Sql,
  { workspaceId, uploadId }: Place,
  chunk: { seq: number; size: number; bytes: Buffer },
): Promise<void> {
  await sql`
    insert into upload_chunks (workspace_id, upload_id, seq, size, bytes)
    values (${workspaceId}, ${uploadId}, ${chunk.seq}, ${chunk.size}, ${chunk.bytes})`
}

/** The number of the chunk in which the byte at `offset` lies, and the bytes before that chunk. */
export async function findChunk(
  sql: Sql,
  { workspaceId, uploadId }: Place,
  offset: number,
): Promise<{ seq: number; start: number }> {
  const rows = await sql<{ seq: number; start: number }[]>`
    select seq, start::float8 as start from (
      select seq, sum(size) over (order by seq) - size as start
      from upload_chunks where workspace_id = ${workspaceId} and upload_id = ${uploadId}) c
    where start <= ${offset} order by seq desc limit 1`
  return rows[0] ?? { seq: 0, start: 0 }
}

/** The stored chunks from number `from` on, one at a time. */
export async function* readChunks(
  sql: Sql,
  { workspaceId, uploadId }: Place,
  from: number,
): AsyncGenerator<Buffer> {
  for (let seq = from; ; seq++) {
    const rows = await sql<{ bytes: Buffer }[]>`
      select bytes from upload_chunks
      where workspace_id = ${workspaceId} and upload_id = ${uploadId} and seq = ${seq}`
    if (!rows[0]) return
    yield rows[0].bytes
  }
}
