import { hash } from 'node:crypto'
import { canonical } from './canonical-text'

/** SHA-256 in hex of any text or of a value's canonical form. */
export const digestOf = (value: unknown) => hash('sha256', typeof value === 'string' ? value : canonical(value))
