import { digestOf } from './canonical'

/** An id made of what a row is about (UUID version 8): the same values always give the same id, in any process. */
export function madeId(...about: readonly string[]): string {
  const hex = digestOf(about)
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
