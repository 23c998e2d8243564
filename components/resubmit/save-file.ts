/** Posts for a file and saves it; gives the sentence of a refusal, or null where it is saved. */
export async function saveFile(url: string): Promise<string | null> {
  const response = await fetch(url, { method: 'POST' })
  if (!response.ok) {
    const told = (await response.json().catch(() => null)) as { error?: { message?: string } } | null
    return told?.error?.message ?? 'The file could not be made.'
  }
  const name =
    /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'contacts.csv'
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return null
}
