/** The largest file taken, as sent. */
export const MAX_UPLOAD_BYTES = 1024 ** 3
export const MAX_UPLOAD_TEXT = '1 GB'
/** Files a person may send an hour; the command line is not limited. */
export const UPLOADS_PER_HOUR = { name: 'upload', max: 20, seconds: 3600 }
