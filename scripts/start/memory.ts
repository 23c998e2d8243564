type Environment = Record<string, string | undefined>

/**
 * What keeps a process small: without bounds V8 lets a busy one grow half as large again, and the C library keeps a heap for each of
 * its threads; neither gains speed by it. What whoever starts us says in NODE_OPTIONS stands last, and wins.
 */
function bounded(options: string, { NODE_OPTIONS, MALLOC_ARENA_MAX }: Environment) {
  return {
    NODE_OPTIONS: `${options} ${NODE_OPTIONS ?? ''}`.trim(),
    MALLOC_ARENA_MAX: MALLOC_ARENA_MAX ?? '2',
  }
}

/** Variables for the web process. */
export const webMemory = (own: Environment) =>
  bounded('--max-old-space-size=384 --max-semi-space-size=8', own)

/** Variables for the worker; its reading threads have bounds of their own. */
export const workerMemory = (own: Environment) => bounded('--max-semi-space-size=4', own)
