import { readFileSync, renameSync, writeFileSync } from 'node:fs'

const PLACES = ['node_modules/postgres/src', 'node_modules/postgres/cjs/src']

/** What stands in a file of postgres.js, and what is to stand there. */
const CHANGES = {
  'index.js': [
    [`, prepare = null\n\n    try`, `, prepare = null\n      , lost = null\n\n    try`],
    [`connection.onclose = reject)`, `connection.onclose = e => reject(lost = e))`],
    [
      `q.catch(e => uncaughtError || (uncaughtError = e))\n`,
      `q.catch(e => uncaughtError || (uncaughtError = e))\n        if (lost) return q.reject(lost)\n`,
    ],
  ],
  'connection.js': [
    [`clearImmediate(nextWriteTimer)\n    if (socket)`, `forgetWrite()\n    if (socket)`],
    [`clearImmediate(nextWriteTimer)\n    socket.remove`, `forgetWrite()\n    socket.remove`],
    [`const x = socket.write(chunk, fn)`, `const x = socket !== null && socket.write(chunk, fn)`],
    [
      `  function nextWrite(fn) {`,
      `  function forgetWrite() {\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n  }\n\n  function nextWrite(fn) {`,
    ],
  ],
}

/**
 * Lets a transaction whose connection is lost fail, and nothing else. As it comes, postgres.js 3.4.9 rolls it back where there is no
 * socket: the process dies of it, or the connection never writes again (porsager/postgres#1154, #1208).
 */
export function mendDriver() {
  for (const place of PLACES)
    for (const [file, changes] of Object.entries(CHANGES)) mend(`${place}/${file}`, changes)
}

function mend(path, changes) {
  const found = readFileSync(path, 'utf8')
  const mended = changes.reduce((text, change) => replaced(path, text, change), found)
  if (mended === found) return
  try {
    writeFileSync(`${path}.mended`, mended)
    renameSync(`${path}.mended`, path)
  } catch (error) {
    // Packages that somebody else installed; Rebound runs, and a lost database may end a process of it.
    console.error(`${path} could not be mended: ${error.message}`)
  }
}

function replaced(path, text, [before, after]) {
  if (text.includes(after)) return text
  if (!text.includes(before)) throw new Error(`${path} is not what scripts/start/mend-driver.mjs expects.`)
  return text.replace(before, () => after)
}
