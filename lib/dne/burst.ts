/** The cause whose bursts are looked at: an outage that answers "no such user" for everybody. */
export const BURST_CATEGORY = 'invalid_recipient'

/** Fewer refusals than this at one provider in an hour are never a burst. */
export const BURST_AT_LEAST = 50
/** An hour with this many times what is usual in a whole day. */
export const BURST_FACTOR = 3
/** Rows of a file without times of day all bear the same one: that tells of the file, not of an hour. */
export const BURST_MOMENTS = 10
/** The usual day is the average of the days with any, this many days before and after. */
export const BURST_WINDOW_DAYS = 28
