import { readFileSync, readdirSync, writeFileSync } from 'node:fs'

/** The process below `parent` whose command line names this program; null while there is none. */
export function childOf(parent: number, program: string): number | null {
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (pid && parentOf(pid) === parent && read(pid, 'cmdline').includes(program)) return pid
  }
  return null
}

/** Peak of the memory a process held since `forgetPeak`, in MB. */
export function peakMemory(pid: number): number {
  return megabytes(pid, 'VmHWM')
}

export function memory(pid: number): number {
  return megabytes(pid, 'VmRSS')
}

export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}

function megabytes(pid: number, field: string): number {
  const found = new RegExp(`${field}:\\s+(\\d+)`).exec(read(pid, 'status'))
  return Math.round(Number(found?.[1] ?? 0) / 1024)
}

function parentOf(pid: number): number {
  return Number(read(pid, 'stat').split(') ').at(-1)?.split(' ')[1])
}

/** '' where the process ended meanwhile. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
