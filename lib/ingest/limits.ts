/** Longest value kept of one mapped cell, in UTF-16 units; a longer one is refused. */
export const MAX_FIELD = 64 * 1024
/** Longest record looked at; an unterminated quote is given up after as much text. */
export const MAX_RECORD = 128 * 1024
export const MAX_COLUMNS = 2000
/** How much of a refused record is kept for repair. */
export const MAX_RAW = 64 * 1024
/** How much of a refused value is shown. */
export const MAX_VALUE = 200
/** How much of a file detection looks at. */
export const HEAD_BYTES = 256 * 1024
/** Bytes decoded in one go, whatever the size of the chunk pushed. */
export const BLOCK_BYTES = 256 * 1024
/** 1990-01-01: no bounce is older; catches zero, 1970 and mistaken units. */
export const EARLIEST_TIME = 631152000
/** Clocks may be ahead of the upload by this much. */
export const FUTURE_SECONDS = 2 * 86400
