/** Where to go after signing in: a page of ours that was asked for, else the start. Never another site. */
export function safeNext(path: unknown): string {
  return typeof path === 'string' && /^\/(w|invite)\/[\w\-./]{1,300}$/.test(path) ? path : '/'
}
