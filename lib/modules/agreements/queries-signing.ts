import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { isMailConfigured } from '@/lib/kernel/mailer'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { mayWorkWith } from '@/lib/kernel/rights'
import { mailOf } from '@/lib/modules/contacts/model-people'
import { findPeopleOf } from '@/lib/modules/contacts/queries-people'
import { findFileNames } from '@/lib/modules/files/queries'
import { may } from './manifest'
import { agreementRef } from './model'
import type { VersionState } from './model-states'
import { findSigningDeliveries } from './queries-deliveries'
import { findAgreement, findLatest } from './queries-held'
import { sealsShown } from './queries-seals'
import { type FoundSignatory, findSignatories } from './queries-signatories'
import { turnOf } from './rules-signing'
import { lateBy } from './rules-signing-steps'

/** How far the signing of the latest version is: who signs, whose turn it is, which paper, and how late it was. */
export const signing = query({
  name: 'agreements.signing',
  permission: may.see,
  input: agreementRef,
  async run(look, { agreementId }) {
    const { actor, now } = look
    const found = await findAgreement(look, agreementId)
    const { agreement, account } = found
    const version = await findLatest(look, agreementId)
    const signatories = await findSignatories(look, version.id)
    const deliveries = await findSigningDeliveries(look, signatories)
    const turn = turnOf(signatories)
    const today = dayOf(now, actor.timeZone)
    const state = version.state as VersionState
    const mayDraft = isGranted(may.draft, actor) && mayWorkWith(actor, account)
    const mails = mayDraft && isMailConfigured() ? await findMails(look, account.id) : {}
    return {
      agreementVersionId: version.id,
      number: version.number,
      state,
      contentHash: version.contentHash,
      frozenHash: version.frozenHash,
      hasPaper: version.frozenFileId !== null,
      hasFinal: version.finalFileId !== null,
      executedOn: version.executedOn,
      validFrom: version.validFrom,
      daysLate: lateBy(version, today),
      provisional: await provisionalOf(look, version),
      stateReason: agreement.stateReason,
      signatories: signatories.map((each) => ({
        ...shown(each, turn.includes(each.id), actor.id),
        mailKnown: mails[each.personId ?? ''] ?? null,
        delivery: state === 'outForSignature' ? (deliveries.get(each.id)?.link ?? null) : null,
        copy: deliveries.get(each.id)?.copy ?? null,
      })),
      seals: await sealsShown(look, found, version.frozenHash),
      mayDraft,
      mails,
    }
  },
})
export type SigningView = Awaited<ReturnType<typeof signing.run>>
export type SignatoryView = SigningView['signatories'][number]

/** The mail addresses of the people of an account, by person; to be filled in where a link can be mailed. */
async function findMails(look: Look, accountId: string): Promise<Readonly<Record<string, string>>> {
  const { here } = await findPeopleOf(look, accountId)
  return Object.fromEntries(
    here.flatMap((person) => {
      const mail = mailOf(person)
      return mail === null ? [] : [[person.id, mail] as const]
    }),
  )
}

type Kept = { provisionalTerms: string | null; provisionalNote: string | null; provisionalFileId: string | null }

/** What both sides went by until it was signed, with its evidence; null while nothing is recorded. */
async function provisionalOf(look: Look, { provisionalTerms, provisionalNote, provisionalFileId }: Kept) {
  if (provisionalTerms === null) return null
  const [file] = await findFileNames(look, provisionalFileId ? [provisionalFileId] : [])
  return { terms: provisionalTerms, note: provisionalNote, file: file ? { id: file[0], name: file[1] } : null }
}

const shown = (one: FoundSignatory, isTurn: boolean, me: string) => ({
  id: one.id,
  side: one.side,
  part: one.part,
  order: one.order,
  method: one.method,
  name: one.name,
  title: one.title,
  mailTo: one.mailTo,
  state: one.state,
  via: one.via,
  signedOn: one.signedOn,
  fileId: one.fileId,
  isTurn,
  isObjecting: one.objectedAt !== null,
  openedAt: one.openedAt?.toISOString() ?? null,
  /** The reader signs here by themselves. */
  isMine: one.memberId === me && one.method === 'electronic',
})
