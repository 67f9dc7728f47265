import { and, eq, isNotNull, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { standardTerms, termDepartures, termSheets, termTimeline, termVersions } from '@/db/schema/terms'
import { hasRole } from '@/lib/kernel/actor'
import { versionAsOf } from '@/lib/kernel/as-of'
import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { seesMargin } from '@/lib/kernel/rights'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { asOfInput } from './model'
import { type Direction, directions, termCodes, termTypes } from './model-catalogue'
import type { TermValue, TermValues } from './model-values'
import {
  asRecorded,
  findAccountPart,
  findDepartures,
  findSheetsOf,
  findStandard,
  findStandards,
  findTypeNames,
  findVersionsOf,
  valuesOf,
} from './queries-held'
import { laidOver } from './rules-difference'
import { nameOfType, valueInWords } from './rules-words'

/** The terms of an account in one direction and scope, as they held on a day and as they were known on another. */
export type TermsAsOf = {
  sheetId: string
  versionId: string
  number: number
  direction: Direction
  scope: string
  scopeName: string
  validFrom: Day
  validTo: Day | null
  /** Everything that was agreed: the standard of then with the departures laid over it. */
  agreed: TermValues
  /** The codes that departed from that standard. */
  special: readonly string[]
}

/**
 * What was agreed with an account on `day`, as far as was known on `knownOn` (null: everything known today). One answer for
 * each sheet that had a version in force; without one the standard holds. A03.
 */
export async function termsAsOf(look: Look, accountId: string, day: Day, knownOn: Day | null): Promise<TermsAsOf[]> {
  const sheets = await findSheetsOf(look, accountId)
  if (sheets.length === 0) return []
  const versions = await findVersionsOf(
    look,
    sheets.map(({ id }) => id),
  )
  const chosen = sheets.flatMap((sheet) => {
    const recorded = versions
      .filter((row) => row.sheetId === sheet.id)
      .flatMap((row) => asRecorded(row, look.actor.timeZone))
    const found = versionAsOf(recorded, day, knownOn)
    const version = versions.find(({ id }) => id === found?.id)
    return version ? [{ sheet, version }] : []
  })
  const [departures, standards] = await Promise.all([
    findDepartures(
      look,
      chosen.map(({ version }) => version.id),
    ),
    findStandards(
      look,
      chosen.flatMap(({ version }) => (version.standardId ? [version.standardId] : [])),
    ),
  ])
  return chosen.map(({ sheet, version }) => {
    const special = valuesOf(departures.filter((each) => each.versionId === version.id))
    return {
      sheetId: sheet.id,
      versionId: version.id,
      number: version.number,
      direction: sheet.direction as Direction,
      scope: sheet.scope,
      scopeName: sheet.scopeName,
      validFrom: version.validFrom,
      validTo: version.validTo,
      agreed: laidOver(standards.get(version.standardId ?? '')?.content ?? {}, special),
      special: Object.keys(special),
    }
  })
}

/** The same as a read, for the API and the as-of view: terms in words, in the reader's language. */
export const asOf = query({
  name: 'terms.asOf',
  permission: may.see,
  input: asOfInput,
  async run(look, { accountId, direction, validOn, knownOn }) {
    const account = await findAccountPart(look, accountId)
    const today = dayOf(look.now, look.actor.timeZone)
    const day = validOn ?? today
    const [found, names, standard] = await Promise.all([
      termsAsOf(look, accountId, day, knownOn),
      findTypeNames(look),
      findStandard(look, direction ?? 'sell', account.segment, day),
    ])
    const terms = (values: TermValues) =>
      termTypes.flatMap(({ code }) => {
        const value = values[code]
        if (!value) return []
        const name = nameOfType(code, look.actor.locale, names)
        return [{ code, name, said: valueInWords(code, value, look.actor.locale, 'TWD') }]
      })
    return {
      validOn: day,
      knownOn,
      sheets: found
        .filter((each) => direction === null || each.direction === direction)
        .map(({ agreed, ...sheet }) => ({ ...sheet, terms: terms(agreed) })),
      standard: standard && { number: standard.number, validFrom: standard.validFrom, terms: terms(standard.content) },
    }
  },
})
export type AsOf = Awaited<ReturnType<typeof asOf.run>>

/** Fewer others than this are not compared for leads: a group so small would tell who agreed to what. */
export const leastPeers = 5

/**
 * What other clients of a segment have agreed to in one term. Leads see only counts of at least five; managers, auditors,
 * finance and directors see who. Nobody else may ask.
 */
export const peers = query({
  name: 'terms.peers',
  permission: may.compare,
  input: z.strictObject({
    code: z.enum(termCodes as [string, ...string[]]).default('paymentDays'),
    direction: z.enum(directions).default('sell'),
    segment: z.preprocess((value) => (value === '' ? undefined : value), z.string().max(80).optional()),
  }),
  async run(look, { code, direction, segment }) {
    const { tx, actor, now } = look
    if (!seesMargin(actor)) throw new Refusal('notAllowed')
    const today = dayOf(now, actor.timeZone)
    const rows = await tx
      .select({
        accountId: accounts.id,
        account: accounts.name,
        segment: accounts.segment,
        currency: termSheets.currency,
        standardId: termVersions.standardId,
        value: termDepartures.value,
        valueKey: termDepartures.valueKey,
      })
      .from(termTimeline)
      .innerJoin(termVersions, joined(termVersions, actor, termTimeline.versionId))
      .innerJoin(termSheets, joined(termSheets, actor, termTimeline.sheetId))
      .innerJoin(accounts, joined(accounts, actor, termSheets.accountId))
      .leftJoin(
        termDepartures,
        and(
          own(termDepartures, actor),
          eq(termDepartures.versionId, termVersions.id),
          eq(termDepartures.code, code),
          live(termDepartures),
        ),
      )
      .where(
        and(
          own(termTimeline, actor),
          lte(termTimeline.fromDay, today),
          sql`(${termTimeline.untilDay} is null or ${termTimeline.untilDay} > ${today})`,
          eq(termSheets.direction, direction),
          eq(termSheets.scope, 'all'),
          segment ? eq(accounts.segment, segment) : undefined,
          live(accounts),
          visibleAccounts(accounts, actor),
        ),
      )
      .orderBy(accounts.name, accounts.id)
      .limit(1000)
    const [standards, segments, names] = await Promise.all([
      findStandards(
        look,
        rows.flatMap(({ standardId }) => (standardId ? [standardId] : [])),
      ),
      findSegments(look),
      findTypeNames(look),
    ])
    const agreed = rows.flatMap((row) => {
      const value = (row.value as TermValue | null) ?? standards.get(row.standardId ?? '')?.content[code]
      return value
        ? [{ ...row, said: valueInWords(code, value, actor.locale, row.currency), value, special: row.value !== null }]
        : []
    })
    const named = hasRole(actor, 'manager', 'auditor') || hasRole(actor, 'specialist')
    const enough = named || agreed.length >= leastPeers
    return {
      code,
      name: nameOfType(code, actor.locale, names),
      direction,
      segment: segment ?? '',
      segments,
      clients: agreed.length,
      enough,
      median: enough ? medianOf(agreed.map(({ value }) => value)) : null,
      values: enough ? counted(agreed, named) : [],
      rows: named ? agreed.map(({ accountId, account, said, special }) => ({ accountId, account, said, special })) : [],
    }
  },
})
export type Peers = Awaited<ReturnType<typeof peers.run>>

type Agreed = { said: string; special: boolean }

/** How many clients have each value; the rare ones are gathered for those who may not see who. */
function counted(agreed: readonly Agreed[], named: boolean) {
  const counts = new Map<string, number>()
  for (const { said } of agreed) counts.set(said, (counts.get(said) ?? 0) + 1)
  const rows = [...counts].map(([said, count]) => ({ said, count })).sort((a, b) => b.count - a.count)
  if (named) return rows
  const common = rows.filter(({ count }) => count >= leastPeers)
  const rare = rows.filter(({ count }) => count < leastPeers).reduce((sum, { count }) => sum + count, 0)
  return rare > 0 ? [...common, { said: null, count: rare }] : common
}

/** The middle of the values that are numbers, as exact text; null when they are none. */
function medianOf(values: readonly TermValue[]): string | null {
  const numbers = values
    .flatMap((value) => ('number' in value ? [exact(value.number)] : 'count' in value ? [exact(value.count)] : []))
    .sort((a, b) => a.comparedTo(b))
  if (numbers.length === 0) return null
  const half = Math.floor(numbers.length / 2)
  const [low, high] = [numbers[numbers.length % 2 === 1 ? half : half - 1], numbers[half]]
  return low && high ? low.plus(high).div(2).toFixed() : null
}

/** The segments that accounts or standards name. */
export async function findSegments({ tx, actor }: Look): Promise<string[]> {
  const [named, standard] = await Promise.all([
    tx
      .selectDistinct({ segment: accounts.segment })
      .from(accounts)
      .where(and(own(accounts, actor), isNotNull(accounts.segment), live(accounts), visibleAccounts(accounts, actor)))
      .limit(100),
    tx
      .selectDistinct({ segment: standardTerms.segment })
      .from(standardTerms)
      .where(and(own(standardTerms, actor), live(standardTerms)))
      .limit(100),
  ])
  const all = [...named, ...standard].flatMap(({ segment }) => (segment ? [segment] : []))
  return [...new Set(all)].sort((a, b) => a.localeCompare(b, 'zh-TW'))
}

/** The kinds of terms, with the workspace's own names. */
export async function findTypes(look: Look) {
  const names = await findTypeNames(look)
  return termTypes.map(({ code, category, kind, basis, settlement, cost, fee }) => ({
    code,
    category,
    kind,
    basis,
    settlement,
    cost,
    fee,
    name: nameOfType(code, look.actor.locale, names),
    own: names.get(code) ?? null,
  }))
}

/** The catalogue, and the segments that standards can be for. */
export const catalogue = query({
  name: 'terms.catalogue',
  permission: may.see,
  input: z.strictObject({}),
  async run(look) {
    const { actor } = look
    return {
      mayEdit: may.setStandards.roles.some((role) => actor.roles.includes(role)),
      segments: await findSegments(look),
      types: await findTypes(look),
    }
  },
})
export type Catalogue = Awaited<ReturnType<typeof catalogue.run>>
