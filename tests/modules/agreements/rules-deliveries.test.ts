import { describe, expect, it } from 'vitest'
import { deliveryOf } from '@/lib/modules/agreements/rules-deliveries'

const mailTo = 'chen@example.com'
const link = { mailTo, state: 'open', issuedAt: '2026-01-02T04:00:00.000Z' }
const at = '2026-01-02T04:01:00.000Z'
const base = { mailTo, canMail: true, link: undefined, letter: undefined }

describe('what is said of a link', () => {
  it.each([
    [{ mailTo: null }, 'noAddress'],
    [{ canMail: false }, 'noServer'],
    [{}, 'waiting'],
    [{ link }, 'waiting'],
    [{ link: { ...link, mailTo: null } }, 'byHand'],
    [{ link, letter: { status: 'sent' as const, at } }, 'sent'],
    [{ link, letter: { status: 'failed' as const, at } }, 'failed'],
    [{ link, letter: { status: 'notConfigured' as const, at } }, 'noServer'],
    [{ link: { ...link, state: 'expired' }, letter: { status: 'sent' as const, at } }, 'expired'],
    [{ link: { ...link, state: 'revoked' } }, 'expired'],
  ])('%# is %j: %s', (known, kind) => expect(deliveryOf({ ...base, ...known }).kind).toBe(kind))
})
