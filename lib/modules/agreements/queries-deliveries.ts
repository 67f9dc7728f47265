import type { Look } from '@/lib/kernel/command'
import { isMailConfigured } from '@/lib/kernel/mailer'
import { findLinks } from '@/lib/modules/links/queries'
import { findDeliveries } from '@/lib/modules/mail/queries'
import { copyKind, linkKind } from './model-signing'
import type { FoundSignatory } from './queries-signatories'
import { type Delivery, deliveryOf } from './rules-deliveries'

/** How the links reached those of the other side: to sign, and to read what everybody signed; by signatory. */
export async function findSigningDeliveries(look: Look, signatories: readonly FoundSignatory[]) {
  const theirs = signatories.filter(({ side }) => side === 'them')
  const withLink = theirs.filter(({ linkId }) => linkId !== null).map(({ id }) => id)
  const withCopy = theirs.filter(({ copyLinkId }) => copyLinkId !== null).map(({ id }) => id)
  const links = [...(await findLinks(look, linkKind, withLink)), ...(await findLinks(look, copyKind, withCopy))]
  const letters = await findDeliveries(
    look,
    links.map(({ id }) => id),
  )
  const canMail = isMailConfigured()
  const said = (one: FoundSignatory, linkId: string | null): Delivery | null => {
    const link = links.find(({ id }) => id === linkId)
    if (linkId && !link) return null
    return deliveryOf({ mailTo: one.mailTo, canMail, link, letter: link && letters.get(link.id) })
  }
  return new Map(
    theirs.map((one) => [
      one.id,
      {
        link: one.method === 'electronic' && one.state === 'asked' ? said(one, one.linkId) : null,
        copy: one.copyLinkId ? said(one, one.copyLinkId) : null,
      },
    ]),
  )
}
