import { agreementSignatories } from '@/db/schema/agreements'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { mustBeJob } from '@/lib/kernel/job'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import type { Paper } from '@/lib/kernel/paper'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow } from '@/lib/kernel/write'
import { issueLink } from '@/lib/modules/links/commands'
import { type IssuedLink, mostDays, signaturePurpose, usualDays } from '@/lib/modules/links/model'
import { holdRound, signs } from './commands-signing'
import { lockVersion } from './commands-signing-upkeep'
import { may } from './manifest'
import { signingMessages } from './messages-signing'
import { copyKind, linkKind, signatoryRef, signingLinkInput, signingRef } from './model-signing'
import { type FoundSignatory, findSignatories, findSignatory, type HeldVersion } from './queries-signatories'
import { noSigning } from './rules-signing-steps'

const mails = { permission: may.keepTime, messages: signingMessages }

/**
 * Makes the signed link by which somebody of the other side reads the paper and signs it, once it is their turn. Its address
 * is told once; an older link of theirs opens no more. Without an address it is handed over by hand.
 */
export const sendSigningLink = command({
  name: 'agreements.sendSigningLink',
  ...signs,
  input: signingLinkInput,
  async run(work, { signatoryId, mailTo, validDays }): Promise<Linked> {
    const { held, signatories } = await holdRound(work, signatoryId)
    const one = signatories.find(({ id }) => id === signatoryId)
    if (!one || !isAsked(one)) throw noSigning('linkNeedless')
    const issued = await linkTo(work, held, one, { mailTo, validDays, letter: 'signing' })
    const patch = { linkId: issued.linkId, ...(mailTo ? { mailTo } : {}) }
    await changeRow(work, agreementSignatories, { id: signatoryId }, patch)
    return { ...issued, agreementId: held.agreement.id, mailedTo: mailTo }
  },
})
type Linked = IssuedLink & { agreementId: string; mailedTo: string | null }

const isAsked = ({ side, method, state }: FoundSignatory) =>
  side === 'them' && method === 'electronic' && state === 'asked'

/** Mails the link to somebody whose turn has come and who has an address: by a job alone, once; their own links stay. */
export const mailSigningLink = command({
  name: 'agreements.mailSigningLink',
  ...mails,
  input: signatoryRef,
  async run(work, { signatoryId }) {
    mustBeJob(work.actor)
    const held = await lockVersion(work, (await findSignatory(work, signatoryId)).versionId)
    const one = await findSignatory(work, signatoryId)
    const { mailTo, archivedAt, linkId } = one
    if (archivedAt !== null || linkId !== null || !mailTo || !isAsked(one)) return { mailed: false }
    const issued = await linkTo(work, held, one, { mailTo, validDays: usualDays, letter: 'signing' })
    await changeRow(work, agreementSignatories, { id: signatoryId }, { linkId: issued.linkId })
    return { mailed: true }
  },
})

/** Mails the signed paper with its certificate to everybody of the other side who has an address: by a job alone, once. */
export const mailCopies = command({
  name: 'agreements.mailCopies',
  ...mails,
  input: signingRef,
  async run(work, { agreementVersionId: versionId }) {
    mustBeJob(work.actor)
    const held = await lockVersion(work, versionId)
    if (held.version.finalFileId === null) return { mailed: 0 }
    const theirs = (await findSignatories(work, versionId)).filter(
      ({ side, copyLinkId }) => side === 'them' && copyLinkId === null,
    )
    let mailed = 0
    for (const one of theirs) {
      const { id, mailTo } = one
      if (!mailTo) continue
      const issued = await linkTo(work, held, one, { mailTo, validDays: mostDays, letter: 'signedCopy' })
      await changeRow(work, agreementSignatories, { id }, { copyLinkId: issued.linkId })
      mailed++
    }
    return { mailed }
  },
})

type Wish = { mailTo: string | null; validDays: number; letter: 'signing' | 'signedCopy' }

/** A link of one of the other side; where the product makes it, in the name of the agreement's owner. */
async function linkTo(work: Work, held: HeldVersion, one: FoundSignatory, wish: Wish): Promise<IssuedLink> {
  const { agreement } = held
  const issuedFor = work.actor.kind === 'job' ? agreement.ownerId : null
  const sender = issuedFor ? (await findNamesOfMembers(work, [issuedFor])).get(issuedFor) : undefined
  return work.call(issueLink, {
    ...wish,
    issuedFor,
    purpose: signaturePurpose,
    subjectKind: wish.letter === 'signing' ? linkKind : copyKind,
    subjectId: one.id,
    accountId: agreement.accountId,
    restricted: agreement.confidential,
    personId: one.personId,
    paper: coverOf(work, held, one, { sender: sender ?? work.actor.name, isCopy: wish.letter === 'signedCopy' }),
    href: `/agreements/${agreement.id}/signing`,
  })
}

type Cover = { sender: string; isCopy: boolean }

/** What the link is about, for the letter and for those who look after links. */
function coverOf(work: Work, held: HeldVersion, { name }: FoundSignatory, { sender, isCopy }: Cover): Paper {
  const { agreement, account, version } = held
  const language = agreement.language === 'en' ? 'en' : 'zh-TW'
  const t = translatorOf(signingMessages, language)
  return {
    language,
    title: t(isCopy ? 'copyTitle' : 'linkTitle', { title: agreement.title }),
    reference: agreement.code,
    on: dayOf(work.now, work.actor.timeZone),
    from: { company: version.ourName ?? sender, person: sender },
    to: { company: version.theirName ?? account.name, person: name, salutation: null },
    blocks: [
      {
        kind: 'facts',
        rows: [
          [t('linkCode'), agreement.code],
          [t('linkHash'), version.frozenHash ?? ''],
        ],
      },
    ],
    closing: null,
  }
}
