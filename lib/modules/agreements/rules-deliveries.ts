/** How far a link came: nobody to mail it to, no server, on its way, sent, failed, made to hand over, or over. */
export type DeliveryKind = 'noAddress' | 'noServer' | 'waiting' | 'sent' | 'failed' | 'byHand' | 'expired'
export type Delivery = { kind: DeliveryKind; mailTo: string | null; at: string | null }

type Known = {
  mailTo: string | null
  canMail: boolean
  link: { mailTo: string | null; state: string; issuedAt: string } | undefined
  letter: { status: 'waiting' | 'sent' | 'failed' | 'notConfigured'; at: string } | undefined
}

/** What the page of signing says of the link of one whose turn has come. */
export function deliveryOf({ mailTo, canMail, link, letter }: Known): Delivery {
  if (!link) return { kind: mailTo ? (canMail ? 'waiting' : 'noServer') : 'noAddress', mailTo, at: null }
  if (link.state === 'expired' || link.state === 'revoked') return { kind: 'expired', mailTo: link.mailTo, at: null }
  if (!link.mailTo) return { kind: 'byHand', mailTo: null, at: link.issuedAt }
  const status = letter?.status ?? 'waiting'
  return { kind: status === 'notConfigured' ? 'noServer' : status, mailTo: link.mailTo, at: letter?.at ?? null }
}
