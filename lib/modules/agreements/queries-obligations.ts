import { and, asc, eq } from 'drizzle-orm'
import { obligationOccurrences } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { addDays, type Day, dayOf, daysBetween, formatDay } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { displayNameOf, greetingOf } from '@/lib/kernel/name'
import { own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { mayWorkWith } from '@/lib/kernel/rights'
import { translatorOf } from '@/lib/kernel/translate'
import type { Run } from '@/lib/modules/approvals/model'
import { findRuns } from '@/lib/modules/approvals/queries'
import { mailOf } from '@/lib/modules/contacts/model-people'
import { findPeopleOf } from '@/lib/modules/contacts/queries-people'
import { findFileNames } from '@/lib/modules/files/queries'
import { may } from './manifest'
import { obligationMessages } from './messages-obligations'
import { agreementRef } from './model'
import { occurrenceRef, waiverKind } from './model-obligations'
import { isHeld, type OccurrenceState } from './model-states'
import { findClauses } from './queries-clauses'
import { findAgreement, findLatest } from './queries-held'
import { type FoundObligation, findObligations, findOccurrence } from './queries-obligations-held'
import { lateCost, mayHandle, noObligation } from './rules-obligations'
import { isOverdue, isOwed } from './rules-occurrences'

const mostOccurrences = 2000

const findOccurrencesOf = ({ tx, actor }: Look, agreementId: string) =>
  tx
    .select()
    .from(obligationOccurrences)
    .where(
      and(
        own(obligationOccurrences, actor),
        eq(obligationOccurrences.agreementId, agreementId),
        live(obligationOccurrences),
      ),
    )
    .orderBy(asc(obligationOccurrences.dueOn), asc(obligationOccurrences.id))
    .limit(mostOccurrences)

/** Everything that both sides owe under an agreement, with its due days, what became of them and what lateness costs. */
export const ofAgreement = query({
  name: 'agreements.obligationsOf',
  permission: may.see,
  input: agreementRef,
  async run(look, { agreementId }) {
    const { actor, now } = look
    const { agreement, account } = await findAgreement(look, agreementId)
    const version = await findLatest(look, agreementId)
    const [owed, occurrences, clauses, people] = await Promise.all([
      findObligations(look, [agreementId]),
      findOccurrencesOf(look, agreementId),
      findClauses(look, version.id),
      findPeopleOf(look, account.id),
    ])
    const today = dayOf(now, actor.timeZone)
    const [names, files, runs] = await Promise.all([
      findNamesOfMembers(look, [
        ...owed.flatMap(({ ownerId, acceptorId }) => [ownerId, acceptorId]),
        ...occurrences.flatMap(({ submittedBy, decidedBy }) => [submittedBy, decidedBy]),
      ]),
      findFileNames(
        look,
        occurrences.flatMap(({ fileId }) => fileId ?? []),
      ),
      findRuns(
        look,
        waiverKind,
        occurrences.map(({ id }) => id),
      ),
    ])
    const nameOf = (memberId: string | null) => (memberId ? (names.get(memberId) ?? '—') : null)
    const paused = agreement.state === 'suspended'
    const fulfils = isGranted(may.fulfil, actor)
    return {
      state: agreement.state,
      currency: agreement.currency,
      mayWrite: isGranted(may.draft, actor) && mayWorkWith(actor, account),
      today,
      clauses: clauses.map(({ key, heading }) => ({ key, heading })),
      people: people.here.map((person) => ({ id: person.id, name: displayNameOf(person, actor.locale) })),
      obligations: owed.map((each) => ({
        ...pictureOf(each),
        owner: nameOf(each.ownerId) ?? '—',
        acceptor: nameOf(each.acceptorId),
        person: people.here.find(({ id }) => id === each.personId)?.displayName ?? null,
        clause: clauses.find(({ key }) => key === each.clauseKey)?.heading ?? null,
        mayHandle: fulfils && mayHandle(actor, each, account),
        occurrences: occurrences
          .filter(({ obligationId }) => obligationId === each.id)
          .map((row) => ({
            ...{ id: row.id, nominalOn: row.nominalOn, dueOn: row.dueOn, note: row.note, reason: row.reason },
            ...standingOf(row, { ...each, currency: agreement.currency }, today, paused),
            submittedBy: nameOf(row.submittedBy),
            decidedBy: nameOf(row.decidedBy),
            mayDecide: row.state === 'submitted' && row.ownerId !== actor.id && row.submittedBy !== actor.id,
            file: row.fileId ? { id: row.fileId, name: files.get(row.fileId) ?? null } : null,
            waiting: waits(runs.get(row.id)),
            mayCancel: !isHeld(agreement.state) || !isOwed({ ...row, leadDays: each.leadDays }, today),
          })),
      })),
    }
  },
})

/** A waiver that was asked for waits until everybody consented in writing. */
const waits = (run: Run | undefined): boolean =>
  run !== undefined && (run.state === 'pending' || (run.state === 'approved' && run.unwritten))

export type ObligationsView = Awaited<ReturnType<typeof ofAgreement.run>>

const pictureOf = ({ id, version, clauseKey, party, kind, text, ownerId, personId, ...rest }: FoundObligation) => {
  const { schedule, everyMonths, firstDueOn, lastDueOn, dayRule, leadDays, graceDays } = rest
  return {
    ...{ id, version, clauseKey, party, kind, text, ownerId, personId, schedule, everyMonths, firstDueOn, lastDueOn },
    ...{ dayRule, leadDays, graceDays, evidenceRequired: rest.evidenceRequired, acceptorId: rest.acceptorId },
    penalty: rest.penalty,
  }
}

type Row = { state: string; dueOn: Day; penaltyAmount: string | null }
type Terms = Pick<FoundObligation, 'leadDays' | 'graceDays' | 'everyMonths' | 'penalty'> & { currency: string }

/** Where it stands, due as soon as its lead days begin; by how many days it is late, and what that costs: fixed once handed in, until then as of today. */
function standingOf({ state: kept, dueOn, penaltyAmount }: Row, terms: Terms, today: Day, paused: boolean) {
  const begun = kept === 'scheduled' && !paused && addDays(dueOn, -terms.leadDays) <= today
  const state = begun ? 'due' : (kept as OccurrenceState)
  const isLate = !paused && isOverdue({ state, dueOn, graceDays: terms.graceDays }, today)
  const running = isLate ? (lateCost(terms.penalty, { dueOn, ...terms }, today)?.amount ?? null) : null
  return {
    state,
    late: isLate ? daysBetween(dueOn, today) : 0,
    paused,
    cost: penaltyAmount ? plain(penaltyAmount) : running,
    costFixed: penaltyAmount !== null,
  }
}

/** The letter that reminds the other side of what it owes, in the language of the agreement. */
export const reminderLetter = query({
  name: 'agreements.reminderLetter',
  permission: may.see,
  input: occurrenceRef,
  async run(look, { occurrenceId }) {
    const { actor } = look
    const { occurrence, obligation, agreement, account } = await findOccurrence(look, occurrenceId)
    if (occurrence.party === 'us') throw noObligation('notTheirs')
    const [version, people] = await Promise.all([findLatest(look, agreement.id), findPeopleOf(look, account.id)])
    const language = agreement.language === 'en' ? 'en' : 'zh-TW'
    const t = translatorOf(obligationMessages, language)
    const day = formatDay(occurrence.dueOn, language, 'long')
    const person = people.here.find(({ id }) => id === obligation.personId)
    const said = { title: agreement.title, code: agreement.code, day, text: obligation.text, author: actor.name }
    return {
      occurrenceId,
      agreementId: agreement.id,
      dueOn: occurrence.dueOn,
      language,
      mayLog: isGranted(may.fulfil, actor) && mayHandle(actor, obligation, account) && agreement.state !== 'suspended',
      subject: t('letterSubject', said),
      letter: t('letterBody', {
        ...said,
        person: person ? greetingOf(person, language) : t('letterSir'),
        company: version.ourName ?? '',
      }).trimEnd(),
      mailTo: person ? mailOf(person) : null,
    }
  },
})
export type ReminderLetter = Awaited<ReturnType<typeof reminderLetter.run>>
