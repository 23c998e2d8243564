/**
 * NODE_OPTIONS for the web process: without bounds V8 lets a busy one grow half as large again and gains no speed by it.
 * What whoever starts us says in NODE_OPTIONS stands last, and wins.
 */
export function webHeap(own: string | undefined): string {
  return `--max-old-space-size=384 --max-semi-space-size=8 ${own ?? ''}`.trim()
}
