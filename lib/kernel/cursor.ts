import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { environment } from './environment'

/** Where a page begins or ends: the sort key of its row and the row's id. */
export type Cursor = { key: string; id: string }

const mac = (body: string, scope: string) =>
  createHmac('sha256', environment().AUTH_SECRET).update(`cursor:${scope}:${body}`).digest().subarray(0, 12)

/** A cursor that only this list, in this order and workspace, will open again. */
export function sealCursor(cursor: Cursor, scope: string): string {
  const body = Buffer.from(JSON.stringify([cursor.key, cursor.id])).toString('base64url')
  return `${body}.${mac(body, scope).toString('base64url')}`
}

/** Null for no cursor, and for one that was altered or belongs to another list: the reader starts at the first page. */
export function openCursor(sealed: string | null, scope: string): Cursor | null {
  const [body, signature] = sealed?.split('.') ?? []
  if (!body || !signature) return null
  const given = Buffer.from(signature, 'base64url')
  const expected = mac(body, scope)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const [key, id] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [string, string]
  return { key, id }
}
