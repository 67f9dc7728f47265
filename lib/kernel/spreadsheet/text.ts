import type { Encoding } from './reading'
import { Unreadable } from './unreadable'

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** The encoding that a file says at its beginning. */
const markedAs = (bytes: Uint8Array): Encoding | undefined =>
  marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0]

function strict(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Bytes as text: by the mark at their beginning, else as UTF-8, else as Big5, each only when every byte fits. A chosen
 * encoding is taken as it is: what does not fit shows as an unknown character. Refuses `encodingUnknown` when nothing fits.
 */
export function decode(bytes: Uint8Array, chosen: Encoding | null): { text: string; encoding: Encoding } {
  if (chosen) return { text: new TextDecoder(chosen).decode(bytes), encoding: chosen }
  const marked = markedAs(bytes)
  for (const encoding of marked ? [marked] : (['utf-8', 'big5'] as const)) {
    const text = strict(bytes, encoding)
    if (text !== null) return { text, encoding }
  }
  throw new Unreadable('encodingUnknown')
}
