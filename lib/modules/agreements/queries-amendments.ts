import { and, desc, eq, notInArray } from 'drizzle-orm'
import { agreementProposals, agreementVersions } from '@/db/schema/agreements'
import { interactions } from '@/db/schema/interactions'
import { versionAsOf } from '@/lib/kernel/as-of'
import type { Look } from '@/lib/kernel/command'
import { addDays, dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { mayWorkWith } from '@/lib/kernel/rights'
import { contactsWith, latestFirst } from '@/lib/modules/interactions/queries-held'
import { may } from './manifest'
import { agreementRef, dayOrNone, versionRef } from './model'
import { type AmendmentKind, amendmentAsOfInput, type ProposalState } from './model-amendments'
import { isHeld } from './model-states'
import { lineSaid } from './queries-agreed'
import { findChange } from './queries-approval'
import { findClauses } from './queries-clauses'
import { findVersions } from './queries-compare'
import { findAgreement, findVersion } from './queries-held'
import { findReaders, findTellable } from './queries-readers'
import { findSettings } from './queries-settings'
import { mayDraftVersion } from './queries-text'
import { findRecorded, findStretches } from './queries-timeline'
import { cutShort } from './rules-amendments'
import { comparable, linesOf } from './rules-approval'
import { touchedAspects } from './rules-aspects'
import { factsOf } from './rules-facts'

/** The version of an agreement that is being worked on; null while none is. */
export async function findOpen({ tx, actor }: Look, agreementId: string) {
  const [row] = await tx
    .select({ id: agreementVersions.id, kind: agreementVersions.kind })
    .from(agreementVersions)
    .where(
      and(
        own(agreementVersions, actor),
        eq(agreementVersions.agreementId, agreementId),
        notInArray(agreementVersions.state, ['executed', 'void']),
        live(agreementVersions),
      ),
    )
  return row ?? null
}

const mostContacts = 30

/** The latest contacts with an account in which a change may have been talked over. */
async function findContacts({ tx, actor }: Look, accountId: string) {
  const rows = await tx
    .select({ id: interactions.id, happenedAt: interactions.happenedAt, summary: interactions.summary })
    .from(interactions)
    .where(contactsWith(actor, accountId))
    .orderBy(...latestFirst)
    .limit(mostContacts)
  return rows.map(({ id, happenedAt, summary }) => ({ id, day: dayOf(happenedAt, actor.timeZone), summary }))
}

const findProposals = ({ tx, actor }: Look, agreementId: string) =>
  tx
    .select()
    .from(agreementProposals)
    .where(
      and(own(agreementProposals, actor), eq(agreementProposals.agreementId, agreementId), live(agreementProposals)),
    )
    .orderBy(desc(agreementProposals.id))
    .limit(100)

/** Everything about how an agreement changed: its versions and what holds when, the open amendment, proposals and readers. BGM-4.3. */
export const changes = query({
  name: 'agreements.changes',
  permission: may.see,
  input: agreementRef,
  async run(look, { agreementId }) {
    const { actor, now } = look
    const found = await findAgreement(look, agreementId)
    const { agreement, account } = found
    const versions = await findVersions(look, agreementId)
    const open = versions.find(({ state }) => state !== 'executed' && state !== 'void') ?? null
    const told = versions.findLast(({ state }) => state === 'executed') ?? null
    const [stretches, contacts, proposals, clauses, readers, tellable, settings] = await Promise.all([
      findStretches(look, agreementId),
      findContacts(look, account.id),
      findProposals(look, agreementId),
      findClauses(look, (open ?? told ?? versions[0])?.id ?? agreementId),
      told ? findReaders(look, told.id) : [],
      findTellable(look, found),
      findSettings(look),
    ])
    const names = await findNamesOfMembers(look, [
      ...readers.map(({ memberId }) => memberId),
      ...proposals.map(({ recordedBy }) => recordedBy),
    ])
    const mayEdit = isGranted(may.draft, actor) && mayWorkWith(actor, account)
    return {
      agreementId,
      today: dayOf(now, actor.timeZone),
      endsOn: dayOrNone(agreement.endsOn),
      versions: versions.map(({ id, number, kind, state, validFrom, validTo, recordedAt, reason, ...rest }) => ({
        ...{ id, number, kind: kind as AmendmentKind | 'original', state, validFrom, validTo, reason },
        recordedOn: recordedAt && dayOf(recordedAt, actor.timeZone),
        retroactiveReason: rest.retroactiveReason,
        consulted: contacts.find(({ id: contactId }) => contactId === rest.interactionId) ?? null,
        hasConsulted: rest.interactionId !== null,
      })),
      stretches: stretches.map(({ versionId, fromDay, untilDay }) => ({
        number: versions.find(({ id }) => id === versionId)?.number ?? 0,
        from: fromDay,
        to: untilDay && addDays(untilDay, -1),
      })),
      openId: open && open.kind !== 'original' ? open.id : null,
      mayAmend: mayEdit && isHeld(agreement.state) && open === null,
      mayEdit,
      contacts,
      clauses: clauses.map(({ key, heading }) => ({ key, heading })),
      proposals: proposals.map(({ id, side, stance, clauseKeys, text, reason, state, stateReason, recordedBy }) => ({
        ...{ id, text, reason, stateReason, clauseKeys },
        side: side === 'us' ? ('us' as const) : ('them' as const),
        stance: stance === 'for' ? ('for' as const) : ('against' as const),
        state: state as ProposalState,
        by: names.get(recordedBy) ?? '—',
      })),
      told: told && { id: told.id, number: told.number, reason: told.reason },
      readers: readers.map(({ id, memberId, dueOn, acknowledgedAt, comment, message }) => ({
        ...{ id, memberId, dueOn, comment, message },
        name: names.get(memberId) ?? '—',
        readOn: acknowledgedAt && dayOf(acknowledgedAt, actor.timeZone),
      })),
      tellable: tellable.flatMap(({ id, name, near }) =>
        readers.some(({ memberId }) => memberId === id) ? [] : [{ id, name, near }],
      ),
      acknowledgeDays: settings.acknowledgeDays,
      me: actor.id,
    }
  },
})
export type ChangesView = Awaited<ReturnType<typeof changes.run>>

/** One amendment with what it changes so far against the version that it began from, and whose consent that needs. */
export const amendment = query({
  name: 'agreements.amendment',
  permission: may.see,
  input: versionRef,
  async run(look, { agreementVersionId }) {
    const { actor } = look
    const found = await findVersion(look, agreementVersionId)
    const { agreement, version } = found
    const [{ before, after, baseId }, recorded] = await Promise.all([
      findChange(look, version),
      findRecorded(look, agreement.id),
    ])
    const lines = linesOf(before, after)
    const { currency } = after.facts
    const { id, version: seen, number, kind, state, validFrom, validTo, reason, ...rest } = version
    return {
      agreementId: agreement.id,
      baseId,
      ...{ id, version: seen, number, state, validFrom, validTo, reason },
      kind: kind as AmendmentKind,
      retroactiveReason: rest.retroactiveReason,
      interactionId: rest.interactionId,
      facts: factsOf(version),
      /** What differs from the version that it changes, each clause, group of facts and KPI as it was and as it is. */
      lines: lines.map((line) => lineSaid(line, actor.locale)),
      aspects: touchedAspects(comparable(before, currency), comparable(after, currency)),
      cuts: cutShort(version, recorded),
      mayDraft: mayDraftVersion(look, found, version),
    }
  },
})
export type AmendmentView = Awaited<ReturnType<typeof amendment.run>>

/** Which version held on a day, as far as was known on another (blank: today). A03. */
export const asOf = query({
  name: 'agreements.asOf',
  permission: may.see,
  input: amendmentAsOfInput,
  async run(look, { agreementId, validOn, knownOn }) {
    await findAgreement(look, agreementId)
    const on = validOn ?? dayOf(look.now, look.actor.timeZone)
    const held = versionAsOf(await findRecorded(look, agreementId), on, knownOn)
    return { on, knownOn, versionId: held?.id ?? null, number: held?.number ?? null }
  },
})
export type AsOfView = Awaited<ReturnType<typeof asOf.run>>
