import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { exact, plain, sumOf } from '@/lib/kernel/exact'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { asOf, findTypes } from '@/lib/modules/terms/queries'
import { may } from './manifest'
import { negotiationRef } from './model'
import { findAlternatives } from './queries-alternatives'
import { findComparisons, questionOf } from './queries-comparisons'
import { findThemes } from './queries-focus'
import { findNegotiation, mayLeadIt } from './queries-held'
import { findMandate } from './queries-mandate'
import { findSpoken, findTable, type Table } from './queries-table'
import { isNegotiable } from './rules-editing'
import { versionOfSheet } from './rules-stakes'
import { valuedIssuesOf } from './rules-table'

/**
 * What is on the table: issues with what holds now; stakes, what is missing in them, alternatives and the limits of the
 * mandate for the mandate group alone.
 */
export const table = query({
  name: 'negotiations.table',
  permission: may.see,
  input: negotiationRef,
  async run(look, { negotiationId }) {
    const { actor, now } = look
    const negotiated = await findNegotiation(look, negotiationId)
    const { negotiation, account } = negotiated
    const [found, spoken, leads] = await Promise.all([
      findTable(look, negotiation),
      findSpoken(look, negotiationId),
      mayLeadIt(look, negotiated),
    ])
    const [mandate, types, held, themes, names] = await Promise.all([
      findMandate(look, negotiationId, found),
      findTypes(look),
      nowOf(look, account.id, negotiation.direction),
      findThemes(look),
      findNamesOfMembers(
        look,
        found.issues.map(({ consentBy }) => consentBy),
      ),
    ])
    const mayChange = leads && isNegotiable(negotiation)
    return {
      negotiationId,
      today: dayOf(now, actor.timeZone),
      inGroup: found.inGroup,
      mayChange,
      issues: found.issues.map((issue) => ({
        ...issue,
        spoken: spoken.has(issue.key),
        consentName: names.get(issue.consentBy ?? '') ?? null,
        mayConsent:
          issue.stance === 'against' &&
          issue.consentAt === null &&
          issue.stanceBy !== actor.id &&
          isGranted(may.consent, actor),
        now: issue.termCode ? (held.get(issue.termCode) ?? null) : null,
      })),
      terms: types.map(({ code, name }) => ({ code, name, now: held.get(code) ?? null })),
      themes,
      mandate,
      secret: found.lines && {
        ...worthOf(found.lines),
        ...(await comparedIn(look, negotiationId, found.lines)),
        alternatives: await findAlternatives(look, negotiationId),
      },
    }
  },
})
export type TableView = Awaited<ReturnType<typeof table.run>>

/** What is agreed with the account now, in words, by the kind of term; the standard where nothing else is. */
async function nowOf(look: Look, accountId: string, direction: 'sell' | 'buy'): Promise<ReadonlyMap<string, string>> {
  const { sheets, standard } = await asOf.run(look, { accountId, direction, validOn: null, knownOn: null })
  const whole = sheets.find(({ scope }) => scope === 'all') ?? sheets[0]
  return new Map((whole?.terms ?? standard?.terms ?? []).map(({ code, said }) => [code, said]))
}

type Lines = NonNullable<Table['lines']>

/** SECRET: the stakes, with each weight as its share in percent, and what keeps them from being scored. */
function worthOf(lines: Lines) {
  const { gaps } = valuedIssuesOf(lines)
  const sum = sumOf(lines.map(({ issue, stake }) => (issue.kind === 'text' ? '0' : (stake?.weight ?? '0'))))
  const stakes = lines.map(({ issue, stake }, index) => ({
    issueId: issue.id,
    stake,
    share:
      stake?.weight && issue.kind !== 'text' && sum.gt(0)
        ? plain(exact(stake.weight).times(100).div(sum).toDecimalPlaces(1))
        : null,
    missing: [
      ...new Set(
        Object.entries(gaps.fields).flatMap(([path, code]) => (path.split('.')[1] === String(index) ? [code] : [])),
      ),
    ],
  }))
  const known = new Map(lines.flatMap(({ stake }) => (stake ? [[stake.issueId, stake] as const] : [])))
  return { stakes, version: versionOfSheet(known), problem: gaps.all }
}

/** SECRET: the two packages to be asked about, with the answer where it was given, and what was answered before. */
async function comparedIn(look: Look, negotiationId: string, lines: Lines) {
  const question = questionOf(lines)
  const answers = await findComparisons(look, negotiationId)
  return {
    question,
    answer: answers.find(({ worthHash }) => worthHash === question?.worthHash) ?? null,
    earlier: answers.filter(({ worthHash }) => worthHash !== question?.worthHash),
  }
}
