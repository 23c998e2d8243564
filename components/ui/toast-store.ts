export interface Toast {
  id: number
  text: string
  kind: 'done' | 'failed'
  /** Takes the act back; the toast then stays for 8 seconds. */
  undo?: () => void | Promise<void>
}

const listeners = new Set<() => void>()
let toasts: readonly Toast[] = []
let lastId = 0

function set(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

/** Tells the person what happened; with `undo` it offers to take it back. Gives the toast's id. */
export function toast(text: string, options: { undo?: Toast['undo']; kind?: Toast['kind'] } = {}): number {
  const id = ++lastId
  set([...toasts.slice(-2), { id, text, kind: options.kind ?? 'done', undo: options.undo }])
  return id
}

/** Takes a toast away. */
export function dismissToast(id: number): void {
  set(toasts.filter((known) => known.id !== id))
}

export const toastStore = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
  snapshot: () => toasts,
}
