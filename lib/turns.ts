/**
 * Lets at most `most` work at once; the others wait in their order. The promise gives the way out, to be called when the
 * work is done; who stays longer than `longestMs` no longer counts, so nobody can keep the others waiting.
 */
export function turns(most: number, longestMs: number): () => Promise<() => void> {
  let busy = 0
  const waiting: (() => void)[] = []
  const begin = (admit: (leave: () => void) => void) => {
    busy++
    let inside = true
    const leave = () => {
      if (!inside) return
      inside = false
      clearTimeout(timer)
      busy--
      waiting.shift()?.()
    }
    const timer = setTimeout(leave, longestMs)
    admit(leave)
  }
  return () =>
    new Promise((admit) => {
      if (busy < most) begin(admit)
      else waiting.push(() => begin(admit))
    })
}
