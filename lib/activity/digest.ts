import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** What stands for an address or a domain where it must not stand itself: HMAC-SHA256 under the workspace's key, 128 bits in hex. */
export function digestOf(key: string, value: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(value))).slice(0, 32)
}
