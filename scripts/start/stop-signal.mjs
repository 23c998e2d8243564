/**
 * Calls `stop` once: on SIGTERM, or when `npm start` that runs this process is gone. Ctrl-C reaches the whole group of
 * processes, but only `npm start` answers it and then tells us.
 */
export function onStop(stop) {
  let asked = false
  const once = () => {
    if (asked) return
    asked = true
    stop()
  }
  process.on('SIGTERM', once)
  process.on('disconnect', once)
  process.on('SIGINT', () => {
    if (!process.connected) once()
  })
}
