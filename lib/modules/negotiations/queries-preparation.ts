import { and, asc, eq } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { needs } from '@/db/schema/needs'
import { negotiationNeeds } from '@/db/schema/negotiations'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { addDays, dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { greetingOf } from '@/lib/kernel/name'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { seesMargin } from '@/lib/kernel/rights'
import { findAccount } from '@/lib/modules/accounts/queries'
import { findCultureNotes } from '@/lib/modules/accounts/queries-record'
import type { Colleague } from '@/lib/modules/contacts/model-people'
import { findPeopleOf } from '@/lib/modules/contacts/queries-people'
import { filesOf } from '@/lib/modules/files/queries'
import type { NeedState } from '@/lib/modules/needs/model'
import { findOpenNeeds, readableNeeds } from '@/lib/modules/needs/queries-held'
import { accountTerms } from '@/lib/modules/terms/queries-pages'
import { findCalendarDays, findMemberNames } from '@/lib/modules/workspace/queries'
import { may } from './manifest'
import { negotiationRef } from './model'
import type { Side } from './model-issues'
import { type CounterpartPart, type Setting, secretPoints } from './model-preparation'
import { findChecklist } from './queries-checklist'
import { findEvidence } from './queries-evidence'
import { type FoundNegotiation, findGroup, findNegotiation, mayLeadIt } from './queries-held'
import { findCounterparts, findInterests } from './queries-parts'
import { findIssues } from './queries-table'
import { findTeam } from './queries-team'
import { isAlive } from './rules-rights'

/** How many days ahead holidays are told. */
const ahead = 60

/** The preparation as everybody reads it who sees the account; what tells of limits and alternatives is for the mandate group. */
export const preparation = query({
  name: 'negotiations.preparation',
  permission: may.see,
  input: negotiationRef,
  async run(look, { negotiationId }) {
    const found = await findNegotiation(look, negotiationId)
    const prepared = await findPreparation(look, found)
    const mayPrepare = isAlive(found.negotiation.state) && (await mayLeadIt(look, found))
    return {
      ...prepared,
      issues: prepared.issues.map(({ id, name }) => ({ id, name })),
      mayPrepare,
      mayBringCosts: seesMargin(look.actor),
      choices: mayPrepare ? await findChoices(look, found, prepared) : null,
    }
  },
})
export type PreparationView = Awaited<ReturnType<typeof preparation.run>>

/** Everything that is prepared, without what one may choose from: also for the brief and the dossier. */
export async function findPreparation(look: Look, found: FoundNegotiation) {
  const { actor, now } = look
  const { negotiation, account } = found
  const today = dayOf(now, actor.timeZone)
  const [inGroup, people, seats, interests, needsOf, issues, terms, evidence, checklist, notes, holidays] =
    await Promise.all([
      findGroup(look, negotiation),
      findPeopleOf(look, account.id),
      findOurPeople(look, negotiation),
      findInterests(look, negotiation.id),
      findNeedsOnTable(look, negotiation.id),
      findIssues(look, negotiation.id),
      findTerms(look, found),
      findEvidence(look, negotiation.id),
      findChecklist(look, negotiation),
      findNotesOf(look, account.id),
      findCalendarDays(look, today, addDays(today, ahead)),
    ])
  const hidden = (point: string) => !inGroup && (secretPoints as readonly string[]).includes(point)
  const of = (side: Side) =>
    interests
      .filter((each) => each.side === side)
      .map(({ id, version, text, source }) => ({ id, version, text, source }))
  return {
    id: negotiation.id,
    version: negotiation.version,
    title: negotiation.title,
    kind: negotiation.kind,
    direction: negotiation.direction,
    purpose: negotiation.purpose,
    objective: negotiation.objective,
    account: { id: account.id, name: account.name },
    today,
    inGroup,
    seats: seats.seats,
    counterparts: await findTheirPeople(look, negotiation.id, people),
    people: people.here.map((person) => personOf(look, person)),
    conduct: {
      language: negotiation.language,
      setting: negotiation.setting as Setting | null,
      venue: negotiation.venue,
      interpreter: negotiation.interpreter,
      etiquette: negotiation.etiquette,
      confirmedOn: negotiation.conductConfirmedAt && dayOf(negotiation.conductConfirmedAt, actor.timeZone),
      confirmedBy: seats.confirmedBy,
    },
    notes,
    holidays: holidays.filter(({ kind }) => kind !== 'workday').map(({ day, name }) => ({ day, name })),
    interests: { us: of('us'), them: of('them') },
    needs: needsOf,
    issues,
    terms,
    evidence,
    checklist: checklist.items.map(({ point, byHand, done }) => ({
      point,
      byHand,
      done: hidden(point) ? null : done,
    })),
  }
}
export type Prepared = Awaited<ReturnType<typeof findPreparation>>

const personOf = ({ actor }: Look, person: Colleague) => ({
  id: person.id,
  name: person.displayName,
  title: person.title,
  greeting: greetingOf(person, actor.locale),
  language: person.language,
  decisionRole: person.decisionRole,
  stance: person.stance,
})

/** Who of us sits at the table, and who confirmed language and counterpart. */
async function findOurPeople(look: Look, { id, ownerId, conductConfirmedBy }: FoundNegotiation['negotiation']) {
  const { tx, actor } = look
  const [team, confirmers] = await Promise.all([
    findTeam(look, id),
    conductConfirmedBy
      ? tx
          .select({ name: members.name })
          .from(members)
          .where(ownRow(members, actor, conductConfirmedBy))
      : [],
  ])
  const seats = team.map((seat) => ({ ...seat, leads: seat.memberId === ownerId }))
  return { seats, confirmedBy: confirmers[0]?.name ?? null }
}

type People = Awaited<ReturnType<typeof findPeopleOf>>

/** Who sits on the other side, with what is known of them: also of those who have left the account meanwhile. */
async function findTheirPeople(look: Look, negotiationId: string, { here, left }: People) {
  const rows = await findCounterparts(look, negotiationId)
  return rows.flatMap((row) => {
    const person = here.find(({ id }) => id === row.personId) ?? left.find(({ id }) => id === row.personId)
    if (!person) return []
    return [
      {
        ...{ id: row.id, version: row.version, personId: row.personId, part: row.part as CounterpartPart },
        ...{ address: row.address, style: row.style, note: row.note },
        gone: person.toDay !== null,
        person: personOf(look, person),
      },
    ]
  })
}

/** The needs that it is about, as far as the reader may read them. */
const findNeedsOnTable = ({ tx, actor }: Look, negotiationId: string) =>
  tx
    .select({ id: needs.id, title: needs.title, state: needs.state })
    .from(negotiationNeeds)
    .innerJoin(needs, joined(needs, actor, negotiationNeeds.needId))
    .innerJoin(accounts, joined(accounts, actor, needs.accountId))
    .where(
      and(
        own(negotiationNeeds, actor),
        eq(negotiationNeeds.negotiationId, negotiationId),
        live(negotiationNeeds),
        live(needs),
        readableNeeds(actor),
      ),
    )
    .orderBy(asc(negotiationNeeds.id))
    .then((rows) => rows.map((row) => ({ ...row, state: row.state as NeedState })))

const findNotesOf = async (look: Look, accountId: string) =>
  (await findCultureNotes(look, await findAccount(look, accountId))).map(({ id, kind, text }) => ({ id, kind, text }))

/** The terms that hold now: the sheets that can be linked, and what departs from the standard in the one that is. */
async function findTerms(look: Look, { negotiation, account }: FoundNegotiation) {
  const { termSheetId, baseVersionId, direction } = negotiation
  const { sheets, shown } = await accountTerms.run(look, {
    accountId: account.id,
    ...(baseVersionId ? { versionId: baseVersionId } : {}),
  })
  const linked = shown && baseVersionId === shown.versionId ? shown : null
  return {
    sheets: sheets
      .filter((sheet) => sheet.direction === direction)
      .map(({ id, scope, scopeName, inForceId }) => ({ id, scope, scopeName, inForce: inForceId !== null })),
    sheetId: termSheetId,
    base: linked && {
      versionId: linked.versionId,
      number: linked.number,
      validFrom: linked.validFrom,
      departures: linked.terms
        .filter(({ departs }) => departs)
        .map(({ code, name, standard, client }) => ({ code, name, standard, client })),
    },
  }
}

/** What one may still choose: only for those who prepare. Who is seated knows the limits, so only the group seats. */
async function findChoices(look: Look, { account }: FoundNegotiation, prepared: Prepared) {
  const [ourPeople, openNeeds, { files }] = await Promise.all([
    prepared.inGroup ? findMemberNames(look) : [],
    findOpenNeeds(look, account.id),
    filesOf.run(look, { accountId: account.id }),
  ])
  return {
    members: ourPeople.filter(({ id }) => prepared.seats.every(({ memberId }) => memberId !== id)),
    people: prepared.people.filter(({ id }) => prepared.counterparts.every(({ personId }) => personId !== id)),
    needs: openNeeds.filter(({ id }) => prepared.needs.every((each) => each.id !== id)),
    files: [...new Map(files.map(({ id, name }) => [id, { id, name }])).values()],
  }
}
