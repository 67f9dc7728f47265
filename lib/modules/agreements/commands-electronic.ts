import { z } from 'zod'
import { agreementSignatories, agreementVersions } from '@/db/schema/agreements'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { mustBeJob } from '@/lib/kernel/job'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRow } from '@/lib/kernel/write'
import { keepMade } from '@/lib/modules/files/commands'
import { isOwnLinkOpen } from '@/lib/modules/links/queries'
import { endRound, keepSigned, mustBeInRound, signs } from './commands-signing'
import { keepersOf, lockToSign, lockVersion, tellOf } from './commands-signing-upkeep'
import { may } from './manifest'
import { signingMessages } from './messages-signing'
import {
  consentEdition,
  declineByLinkInput,
  declineInput,
  keepFinalInput,
  signByLinkInput,
  signOwnInput,
} from './model-signing'
import {
  type FoundSignatory,
  findByLink,
  findSignatories,
  findSignatory,
  type HeldVersion,
} from './queries-signatories'
import { mustBeAbleToSign, mustBeSigned, noSigning, type Signing } from './rules-signing-steps'

const own = { permission: may.sign, messages: signingMessages, refreshes: signs.refreshes }
const byLink = { permission: may.signByLink, messages: signingMessages }

type From = { via: 'product' | 'link'; network: string | null; device: string | null }

/** Whoever signed is told so, rather than how far the others are. */
function mustBeOpen(signatories: readonly FoundSignatory[], id: string): void {
  if (signatories.some((each) => each.id === id && each.state === 'signed')) throw noSigning('alreadySigned')
}

/** One's own electronic signature: consented to, typed or drawn, on this very paper, in one's turn. */
async function keepElectronic(work: Work, held: HeldVersion, one: FoundSignatory, said: Signing, from: From) {
  const signatories = await findSignatories(work, held.version.id)
  mustBeOpen(signatories, one.id)
  mustBeInRound(held, signatories, one.id)
  const { shownHash } = said
  mustBeAbleToSign(signatories, one.id, { paperHash: held.version.frozenHash, shownHash })
  const now = signatories.find(({ id }) => id === one.id)
  if (now?.method !== 'electronic') throw noSigning('notElectronic')
  await keepSigned(work, held, one.id, {
    ...from,
    shownHash,
    signature: mustBeSigned(said),
    consentEdition,
    noticedAt: now.noticedAt ?? work.now,
    openedAt: now.openedAt ?? work.now,
    signedOn: dayOf(work.now, work.actor.timeZone),
  })
}

/** Signs in the product what one is named for. Refuses for anybody else, out of turn, twice, and another paper. */
export const signOwn = command({
  name: 'agreements.signOwn',
  ...own,
  input: signOwnInput,
  async run(work, { signatoryId, ...said }) {
    const { held, one } = await holdOwn(work, signatoryId)
    await keepElectronic(work, held, one, said, { via: 'product', network: null, device: null })
    return { agreementId: held.agreement.id }
  },
})

/** Declines what one is named for, with the reason: the version is a draft again. */
export const declineOwn = command({
  name: 'agreements.declineOwn',
  ...own,
  input: declineInput,
  async run(work, { signatoryId, reason }) {
    const { held } = await holdOwn(work, signatoryId)
    await declineRound(work, held, signatoryId, reason)
    return { agreementId: held.agreement.id }
  },
})

async function holdOwn(work: Work, signatoryId: string) {
  const one = await findSignatory(work, signatoryId)
  const held = await lockVersion(work, one.versionId)
  if (one.memberId !== work.actor.id) throw noSigning('notYours')
  return { held, one }
}

async function declineRound(work: Work, held: HeldVersion, signatoryId: string, reason: string) {
  const signatories = await findSignatories(work, held.version.id)
  mustBeOpen(signatories, signatoryId)
  mustBeInRound(held, signatories, signatoryId)
  await endRound(work, held, signatories, { declinedBy: signatoryId, reason })
}

/** Whoever holds the link, with the version, locked. What has ended, or never was, does not exist. */
async function holdByLink(work: Work) {
  const one = (await isOwnLinkOpen(work)) ? await findByLink(work) : null
  if (!one) throw new Refusal('notFound')
  return { one, held: await lockToSign(work, one.versionId) }
}

/** Notes that the paper and the notice of electronic signing stood before whoever holds the link. */
export const noteOpened = command({
  name: 'agreements.noteOpened',
  ...byLink,
  input: z.strictObject({}),
  async run(work) {
    const { one } = await holdByLink(work)
    const { id, state, openedAt, noticedAt } = one
    if (state !== 'asked' || openedAt !== null) return
    await changeRow(work, agreementSignatories, { id }, { openedAt: work.now, noticedAt: noticedAt ?? work.now })
  },
})

/** Signs by link. The same rules as in the product; network and device are kept with the signature. */
export const signByLink = command({
  name: 'agreements.signByLink',
  ...byLink,
  input: signByLinkInput,
  async run(work, { network, device, ...said }) {
    const { one, held } = await holdByLink(work)
    await keepElectronic(work, held, one, said, { via: 'link', network, device })
  },
})

/** Declines by link, with the reason. */
export const declineByLink = command({
  name: 'agreements.declineByLink',
  ...byLink,
  input: declineByLinkInput,
  async run(work, { reason }) {
    const { one, held } = await holdByLink(work)
    await declineRound(work, held, one.id, reason)
  },
})

/** Objects to signing electronically: it is signed on paper instead, and whoever looks after it is told. */
export const objectByLink = command({
  name: 'agreements.objectByLink',
  ...byLink,
  input: z.strictObject({}),
  async run(work) {
    const { one, held } = await holdByLink(work)
    const signatories = await findSignatories(work, held.version.id)
    mustBeInRound(held, signatories, one.id)
    const now = signatories.find(({ id }) => id === one.id)
    if (now?.state === 'signed') throw noSigning('alreadySigned')
    if (now?.method !== 'electronic') return
    await changeRow(work, agreementSignatories, { id: one.id }, { objectedAt: work.now, method: 'ink' })
    await tellOf(work, held, keepersOf(held), 'toldObjected', { name: one.name }, one.id)
  },
})

/** Keeps the paper with its certificate when everybody has signed: by a job alone, once. */
export const keepFinal = command({
  name: 'agreements.keepFinal',
  permission: may.keepTime,
  messages: signingMessages,
  input: keepFinalInput,
  hides: ['content'],
  async run(work, { agreementVersionId: versionId, content }) {
    mustBeJob(work.actor)
    const { agreement, version } = await lockVersion(work, versionId)
    if (version.state !== 'executed' || version.finalFileId !== null) return { kept: false }
    const { fileId } = await work.call(keepMade, {
      kind: 'agreement',
      subjectId: agreement.id,
      accountId: agreement.accountId,
      restricted: agreement.confidential,
      name: `${agreement.code} ${agreement.title} v${version.number}.pdf`,
      content,
      madeFor: agreement.ownerId,
    })
    await changeRow(work, agreementVersions, { id: versionId }, { finalFileId: fileId })
    await work.emit('agreements.certified', { agreementVersionId: versionId })
    return { kept: true }
  },
})
