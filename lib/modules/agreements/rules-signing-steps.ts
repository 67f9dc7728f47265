import { type Day, formatDay } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { refusals } from '@/lib/kernel/refusal'
import { signingMessages } from './messages-signing'
import type { SigningMethod } from './model-signing'
import type { AgreementState, VersionState } from './model-states'
import { daysOf, factsOf } from './rules-facts'
import { mustNotBeOver } from './rules-rights'
import { daysLate, type Signatory, signatoryProblems, signingProblem, turnOf } from './rules-signing'

export const noSigning = refusals('agreements', signingMessages)

/**
 * Whether a paper may still be signed although its agreement expired: a late one may, that holds from a day of the term and
 * leaves its end where it was. What begins later or goes on is a new agreement. A02.
 */
export const liesInTerm = (endedOn: Day, { validFrom, endsOn }: { validFrom: Day; endsOn: Day | null }): boolean =>
  validFrom <= endedOn && endsOn !== null && endsOn <= endedOn

type Over = { state: AgreementState; endedOn: Day | null }

/** Refuses to sign for an agreement that was terminated or replaced, and for one that expired what does not lie in its term. */
export function mustBeSignable(
  { state, endedOn }: Over,
  paper: Parameters<typeof factsOf>[0] & { validFrom: Day },
  locale: Locale,
): void {
  mustNotBeOver(state)
  if (state !== 'expired' || endedOn === null) return
  const { endsOn } = daysOf(factsOf(paper), endedOn)
  if (!liesInTerm(endedOn, { validFrom: paper.validFrom, endsOn }))
    throw noSigning('afterTerm', { day: formatDay(endedOn, locale) })
}

/** Where a version stands is where this may happen; otherwise a sentence for where it stands. */
export function mustStandAt(state: VersionState, ...wanted: readonly VersionState[]): void {
  if (!wanted.includes(state)) throw noSigning(`signing_${state}`)
}

/** Before a paper goes out: signers of both sides; and where somebody signs electronically, the other side knows it. */
export function mustBeReadyToSend(
  signatories: readonly (Signatory & { method: SigningMethod })[],
  noticeGiven: boolean,
): void {
  const [problem] = signatoryProblems(signatories)
  if (problem) throw noSigning(problem)
  if (!noticeGiven && signatories.some(({ method }) => method === 'electronic'))
    throw noSigning('noticeMissing', {}, { noticeGiven: { code: 'noticeMissing' } })
}

type Shown = { paperHash: string | null; shownHash: string | null }

/** This person may sign this paper now. Refuses with a sentence, those whose turn it is by name. */
export function mustBeAbleToSign(
  signatories: readonly (Signatory & { name: string })[],
  id: string,
  { paperHash, shownHash }: Shown,
): void {
  const problem = signingProblem(signatories, id, { paperHash: paperHash ?? '', shownHash: shownHash ?? '' })
  if (problem === null && paperHash !== null) return
  if (problem === null || (problem === 'otherPaper' && paperHash === null)) throw noSigning('paperNotReady')
  const turn = turnOf(signatories)
  const names = signatories.filter((each) => turn.includes(each.id)).map(({ name }) => name)
  throw noSigning(problem === 'unknown' ? 'roundVoid' : problem, { names: names.join('、') })
}

/** What is filed as signed has its day, which has come, and its file. */
export function mustBeFiled({ signedOn, fileId }: { signedOn: Day; fileId: string | null }, today: Day): void {
  if (signedOn > today) throw noSigning('signedInFuture', {}, { signedOn: { code: 'signedInFuture' } })
  if (!fileId) throw noSigning('scanMissing', {}, { fileId: { code: 'scanMissing' } })
}

type Listed = Pick<Signatory, 'side' | 'part'> & { memberId: string | null; personId: string | null; name: string }
const keyOf = ({ side, part, memberId, personId, name }: Listed) =>
  [side, part, memberId ?? personId ?? name].join('\n')

/** Nobody signs the same paper twice for the same side. */
export function mustBeListedOnce(one: Listed, listed: readonly Listed[]): void {
  if (listed.some((each) => keyOf(each) === keyOf(one)))
    throw noSigning(
      'signatoryTwice',
      {},
      { [one.memberId ? 'memberId' : one.personId ? 'personId' : 'name']: { code: 'signatoryTwice' } },
    )
}

export type Signing = { shownHash: string; agreed: boolean; typedName: string | null; drawnName: string | null }

/** Consent and a name, typed or drawn; what was typed counts before what was drawn. */
export function mustBeSigned({ agreed, typedName, drawnName }: Signing) {
  if (!agreed) throw noSigning('consentMissing', {}, { agreed: { code: 'consentMissing' } })
  if (typedName) return { kind: 'typed' as const, name: typedName }
  if (drawnName) return { kind: 'drawn' as const, path: drawnName }
  throw noSigning('signatureMissing', {}, { typedName: { code: 'signatureMissing' } })
}

type Dated = { kind: string; state: string; startsOn: Day | null; validFrom: Day; executedOn: Day | null }

/** Days from the first day that a version holds for until it was executed, or until today while it is not. 0 when in time. */
export function lateBy({ kind, state, startsOn, validFrom, executedOn }: Dated, today: Day): number {
  const firstDay = kind === 'original' ? startsOn : validFrom
  return firstDay === null || state === 'void' ? 0 : daysLate(executedOn ?? today, firstDay)
}

/** Provisional terms are of a version alone whose first day came before it was signed. */
export function mustBeSignedLate(version: Dated, today: Day): void {
  if (lateBy(version, today) === 0) throw noSigning('notLate')
}

type Provisional = { provisionalTerms: string | null; provisionalNote: string | null; fileId: string | null }

/** Provisional terms come with a file or a note that shows them; nothing at all takes them away. */
export function mustBeEvident({ provisionalTerms, provisionalNote, fileId }: Provisional): void {
  const shown = provisionalNote !== null || fileId !== null
  if (provisionalTerms === null && shown)
    throw noSigning('provisionalMissing', {}, { provisionalTerms: { code: 'provisionalMissing' } })
  if (provisionalTerms !== null && !shown)
    throw noSigning('evidenceMissing', {}, { provisionalNote: { code: 'evidenceMissing' } })
}
