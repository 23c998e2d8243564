/** Whether a drag carries files at all. */
export function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** The files of a drop and of the folders in it. What was dropped is told only during the event, so it is asked at once. */
export async function droppedFiles(event: DragEvent): Promise<File[]> {
  const items = [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === 'file')
  const found = items.map((item) => {
    const entry = item.webkitGetAsEntry?.()
    return entry?.isDirectory ? filesOf(entry as FileSystemDirectoryEntry) : item.getAsFile()
  })
  return (await Promise.all(found)).flat().filter((file) => file !== null)
}

/** The files below a folder; hidden ones and what can't be read are left out. */
async function filesOf(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const files: File[] = []
  for (const entry of await entriesOf(folder)) {
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory) files.push(...(await filesOf(entry as FileSystemDirectoryEntry)))
    else files.push(...(await fileOf(entry as FileSystemFileEntry)))
  }
  return files
}

/** A browser gives the entries of a folder a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File[]> =>
  new Promise((resolve) =>
    entry.file(
      (file) => resolve([file]),
      () => resolve([]),
    ),
  )
