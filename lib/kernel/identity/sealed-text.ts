import 'server-only'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyFor } from './token'

const purpose = 'sealed text'

/** Text that only this installation can read again: AES-256-GCM, nonce and tag in front. */
export function sealText(text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** The text again; throws for anything that was altered or sealed elsewhere. */
export function unsealText(sealed: string): string {
  const all = Buffer.from(sealed, 'base64url')
  const cipher = createDecipheriv('aes-256-gcm', keyFor(purpose), all.subarray(0, 12))
  cipher.setAuthTag(all.subarray(12, 28))
  return Buffer.concat([cipher.update(all.subarray(28)), cipher.final()]).toString('utf8')
}
