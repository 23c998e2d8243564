/** Set by the proxy on the request's way in: the path that was asked for, without its query. */
export const PATH_HEADER = 'x-rebound-path'

/** Remembers the workspace a person was in last. */
export const LAST_WORKSPACE_COOKIE = 'rebound.workspace'
