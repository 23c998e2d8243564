import type { ISql } from 'postgres'

/** Raises the version that cached figures carry; last in a transaction, so that its lock is held shortest. */
export async function bumpDataVersion(tx: ISql, workspaceId: string): Promise<void> {
  await tx`update workspaces set data_version = data_version + 1 where id = ${workspaceId}`
}
