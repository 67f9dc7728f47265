import { randomFillSync } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'

const size = 16
const pool = Buffer.alloc(256 * size)
const last = { place: pool.length, msecs: 0, seq: 0 }

/**
 * An id in the order of time, also among those of one millisecond (UUID version 7). An import makes hundreds of thousands:
 * their random bytes are drawn many at a time.
 */
export function newId(): string {
  if (last.place === pool.length) {
    randomFillSync(pool)
    last.place = 0
  }
  const random = pool.subarray(last.place, last.place + size)
  last.place += size
  const now = Date.now()
  if (now > last.msecs) {
    last.msecs = now
    last.seq = random.readUInt32BE(0) >>> 1
  } else last.seq++
  return uuidv7({ random, msecs: last.msecs, seq: last.seq })
}
