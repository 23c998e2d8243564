/** What became of a sent file. */
export interface ReceivedUpload {
  uploadId: string
  size: number
  sha256: string
  /** Null until the sender has confirmed size and hash. */
  importId: string | null
}
