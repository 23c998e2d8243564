import { byteStream } from './byte-stream'

/** A file for the person who asks: as a whole, or in pieces that are made as fast as they are taken. */
export interface Download {
  fileName: string
  /** CSV unless it says otherwise. */
  type?: string
  content: string | AsyncIterable<string>
}

/** Answers with the file; its name is told twice, as old clients know no signs beyond ASCII. */
export function downloadResponse({ fileName, type, content }: Download): Response {
  const plain = fileName.replace(/[^\w. -]/g, '_')
  return new Response(typeof content === 'string' ? content : byteStream(content), {
    headers: {
      'content-type': type ?? 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
