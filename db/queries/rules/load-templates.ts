import type { ISql } from 'postgres'

export interface StoredTemplate {
  id: string
  text: string
}

/** Every template of a workspace: rules on words are held against them, not against each bounce. */
export async function loadTemplates(sql: ISql, workspaceId: string): Promise<StoredTemplate[]> {
  return sql<StoredTemplate[]>`select id, text from templates where workspace_id = ${workspaceId}`
}
