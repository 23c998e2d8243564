/** Whether a drag carries files at all. */
export function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** The files of a drop; folders are left out, because a browser gives them as unreadable files. */
export function droppedFiles(event: DragEvent): File[] {
  const items = [...(event.dataTransfer?.items ?? [])]
  return items.flatMap((item) => {
    if (item.kind !== 'file' || item.webkitGetAsEntry?.()?.isDirectory) return []
    const file = item.getAsFile()
    return file ? [file] : []
  })
}
