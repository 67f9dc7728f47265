import { z } from 'zod'
import { hasRole } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { id } from '@/lib/kernel/input'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { mayWorkWith, seesMargin } from '@/lib/kernel/rights'
import { findFileNames } from '@/lib/modules/files/queries'
import { findOpenNeeds } from '@/lib/modules/needs/queries-held'
import { may } from './manifest'
import { accountRef, type Scope, type SheetState, type VersionKind, versionRef } from './model'
import { type Category, type Direction, termTypes, typeOf } from './model-catalogue'
import type { TermValue, TermValues } from './model-values'
import { leastPeers } from './queries'
import {
  countSame,
  type DepartureRow,
  findAccountPart,
  findOutlines,
  findSheetsOf,
  findStandard,
  findTypeNames,
  findVersionsOf,
} from './queries-held'
import { findBank } from './queries-outline'
import { findState, findStates } from './queries-state'
import { type Content, findBefore, findContent } from './queries-submission'
import { chainOf, shareOfSales } from './rules-cost'
import { differencesOf, isSameValue, keyOfValue } from './rules-difference'
import { type PaymentDays, paymentDaysOf, readingsOf } from './rules-due-dates'
import { type FeeFlag, reviewFees } from './rules-fees'
import { conditionalShare, feesOf, isUnsure, lacksOf } from './rules-ready'
import { fallingTiers } from './rules-values'
import { nameOfType, type TypeNames, valueInWords } from './rules-words'

/** One row of the three columns: standard, this client, difference and what it costs in a year. */
export type ComparedTerm = {
  code: string
  name: string
  category: Category
  standard: string | null
  client: string | null
  /** Departs from the standard, follows it, or is said by neither. */
  departs: boolean
  /** Yearly cost to us as exact text; negative is our gain, null is not counted in money. */
  cost: string | null
  special: DepartureView | null
  /** How many other clients have exactly this; null when that is not for the reader. */
  sameAs: number | null
}

export type DepartureView = {
  factors: readonly string[]
  reason: string | null
  condition: string | null
  unconditional: boolean
  /** The file that proves it; null without one, or when it is not for the reader. */
  evidence: { id: string; name: string } | null
  /** The needs that it serves and the reader may read. */
  needs: readonly { id: string; title: string; unsure: boolean }[]
  /** Whether any need that it serves is still to be verified. */
  unsure: boolean
  fee: Readonly<Record<'item' | 'purpose' | 'amountBasis' | 'reference' | 'event', string | null>> & {
    benefit: string | null
  }
  flags: readonly FeeFlag[]
  lacks: readonly string[]
  tiersFall: boolean
}

type Foundation = { served: Content['served']; files: ReadonlyMap<string, string> }

const viewOf = (row: DepartureRow, flags: readonly FeeFlag[], { served, files }: Foundation): DepartureView => ({
  factors: row.factors,
  reason: row.reason,
  condition: row.condition,
  unconditional: row.unconditional,
  evidence: evidenceOf(row, files),
  needs: served.flatMap(({ departureId, needId, title, state, readable }) =>
    departureId === row.id && readable ? [{ id: needId, title, unsure: isUnsure(state) }] : [],
  ),
  unsure: served.some(({ departureId, state }) => departureId === row.id && isUnsure(state)),
  fee: {
    item: row.feeItem,
    purpose: row.feePurpose,
    amountBasis: row.feeAmountBasis,
    reference: row.feeReference,
    event: row.feeEvent,
    benefit: row.feeBenefit,
  },
  flags,
  lacks: lacksOf(row),
  tiersFall: fallingTiers(row.value),
})

function evidenceOf({ evidenceId }: DepartureRow, files: ReadonlyMap<string, string>) {
  const name = evidenceId === null ? undefined : files.get(evidenceId)
  return evidenceId !== null && name !== undefined ? { id: evidenceId, name } : null
}

const findEvidence = (look: Look, departures: readonly DepartureRow[]) =>
  findFileNames(
    look,
    departures.flatMap(({ evidenceId }) => evidenceId ?? []),
  )

/** The three columns of a version, the dearest departure first, then what follows the standard. */
async function compared(look: Look, content: Content): Promise<ComparedTerm[]> {
  const { actor } = look
  const { standard, agreed, departures, differences, names, sheet, basis } = content
  const fees = reviewFees(feesOf(departures, basis), basis.sales)
  const say = (code: string, value: TermValue | undefined) =>
    value ? valueInWords(code, value, actor.locale, sheet.currency) : null
  const [same, files] = await Promise.all([sameAs(look, content), findEvidence(look, departures)])
  const foundation = { served: content.served, files }
  const row = (code: string): ComparedTerm => {
    const departure = departures.find((each) => each.code === code)
    const difference = differences.find((each) => each.code === code)
    return {
      code,
      name: nameOfType(code, actor.locale, names),
      category: typeOf(code)?.category ?? 'other',
      standard: say(code, standard?.content[code]),
      client: say(code, agreed[code]),
      departs: difference !== undefined,
      cost: difference?.impact?.toFixed() ?? null,
      special: departure ? viewOf(departure, fees.flags.get(code) ?? [], foundation) : null,
      sameAs: same.get(code) ?? (departure && mayCount(look) ? 0 : null),
    }
  }
  const departing = differences.map(({ code }) => code)
  const following = termTypes.map(({ code }) => code).filter((code) => agreed[code] && !departing.includes(code))
  return [...departing, ...following].map(row)
}

const mayCount = ({ actor }: Look) => seesMargin(actor)

/** "Same as n other clients": for those who may see margins; leads are told from five on. */
async function sameAs(look: Look, { departures, account, sheet }: Content): Promise<ReadonlyMap<string, number>> {
  if (!mayCount(look)) return new Map()
  const keys = new Map(departures.map(({ code, value }) => [code, keyOfValue(value)]))
  const day = dayOf(look.now, look.actor.timeZone)
  const counts = await countSame(look, { accountId: account.id, direction: sheet.direction, keys, day })
  const named = hasRole(look.actor, 'manager', 'auditor', 'specialist')
  return named ? counts : new Map([...counts].filter(([, count]) => count >= leastPeers))
}

/** What a version is reckoned with, in words of numbers. */
const basisView = ({ basis, sheet }: Content) => ({ ...basis, currency: sheet.currency })

const sumView = ({ differences, departures, total, basis }: Content) => {
  const costs = new Map(differences.map(({ code, impact }) => [code, impact]))
  return {
    total: total.toFixed(),
    share: shareOfSales(total, basis.sales)?.toFixed(4) ?? null,
    uncounted: differences.filter(({ impact }) => impact === null).length,
    unconditional: departures.filter(({ unconditional }) => unconditional).length,
    conditional: conditionalShare(departures, costs)?.toFixed(1) ?? null,
  }
}

export type SheetCard = {
  id: string
  direction: Direction
  scope: Scope
  scopeName: string
  currency: string
  inForceId: string | null
  openId: string | null
  versions: VersionLine[]
}
export type VersionLine = {
  id: string
  number: number
  kind: VersionKind
  validFrom: Day
  validTo: Day | null
  state: SheetState
  recordedOn: Day | null
  note: string | null
}

/** The terms tab of an account: its sheets with their versions, and the three columns of the one that is looked at. */
export const accountTerms = query({
  name: 'terms.accountTerms',
  permission: may.see,
  input: accountRef.extend({ versionId: id.optional() }),
  async run(look, { accountId, versionId }) {
    const { actor, now } = look
    const account = await findAccountPart(look, accountId)
    const today = dayOf(now, actor.timeZone)
    const sheets = await findSheetsOf(look, accountId)
    const rows = await findVersionsOf(
      look,
      sheets.map(({ id }) => id),
    )
    const standing = await findStates(look, rows)
    const cards = sheets.map((sheet): SheetCard => {
      const versions = rows
        .filter((row) => row.sheetId === sheet.id)
        .map(
          (row): VersionLine => ({
            id: row.id,
            number: row.number,
            kind: row.kind as VersionKind,
            validFrom: row.validFrom,
            validTo: row.validTo,
            state: standing.get(row.id)?.state ?? 'draft',
            recordedOn: row.recordedAt && dayOf(row.recordedAt, actor.timeZone),
            note: row.note,
          }),
        )
      const open = rows.find((row) => row.sheetId === sheet.id && row.recordedAt === null)
      return {
        id: sheet.id,
        direction: sheet.direction as Direction,
        scope: sheet.scope as Scope,
        scopeName: sheet.scopeName,
        currency: sheet.currency,
        inForceId: versions.find(({ state }) => state === 'inForce')?.id ?? null,
        openId: open?.id ?? null,
        versions,
      }
    })
    const wanted = rows.some((row) => row.id === versionId) ? versionId : undefined
    const shown = wanted ?? cards.map((card) => card.inForceId ?? card.openId ?? card.versions[0]?.id)[0]
    return {
      account: { id: account.id, name: account.name, segment: account.segment },
      today,
      mayDraft: mayWorkWith(actor, account),
      sheets: cards,
      shown: shown ? await shownOf(look, await findContent(look, shown)) : null,
      standard: await standardOnly(look, account.segment, today),
    }
  },
})
export type AccountTerms = Awaited<ReturnType<typeof accountTerms.run>>

async function shownOf(look: Look, content: Content) {
  const { id: versionId } = content.version
  const { state, run, answer } = await findState(look, content.version)
  return {
    versionId,
    sheetId: content.sheet.id,
    number: content.version.number,
    state,
    run,
    answer,
    validFrom: content.version.validFrom,
    validTo: content.version.validTo,
    direction: content.sheet.direction,
    currency: content.sheet.currency,
    standardNumber: content.standard?.number ?? null,
    standardSegment: content.standard?.segment ?? null,
    basis: basisView(content),
    sum: sumView(content),
    terms: await compared(look, content),
  }
}
export type ShownTerms = Awaited<ReturnType<typeof shownOf>>

async function standardOnly(look: Look, segment: string | null, today: Day) {
  const [standard, names] = await Promise.all([findStandard(look, 'sell', segment, today), findTypeNames(look)])
  if (!standard) return null
  return {
    segment: standard.segment,
    number: standard.number,
    validFrom: standard.validFrom,
    terms: inWords(look, standard.content, names, 'TWD'),
  }
}

const inWords = ({ actor }: Look, values: TermValues, names: TypeNames, currency: string) =>
  termTypes.flatMap(({ code, category }) => {
    const value = values[code]
    return value
      ? [
          {
            code,
            category,
            name: nameOfType(code, actor.locale, names),
            said: valueInWords(code, value, actor.locale, currency),
          },
        ]
      : []
  })

/** Everything of one version: the editor, its approval, its client, and what differs from what they had before. */
export const version = query({
  name: 'terms.version',
  permission: may.see,
  input: versionRef,
  async run(look, { versionId }) {
    const { actor, now } = look
    const content = await findContent(look, versionId)
    const { version: row, sheet, account, departures, names, basis, agreed, standard } = content
    const [shown, before, outlines, versions] = await Promise.all([
      shownOf(look, content),
      findBefore(look, content),
      findOutlines(look, [versionId]),
      findVersionsOf(look, [sheet.id]),
    ])
    const change = differencesOf(before.values, agreed, basis, sheet.direction)
    const say = (code: string, value: TermValue | null) =>
      value ? valueInWords(code, value, actor.locale, sheet.currency) : null
    const mayDraft = mayWorkWith(actor, account)
    return {
      ...shown,
      version: row.version,
      kind: row.kind,
      note: row.note,
      basisSales: row.basisSales,
      basisSource: row.basisSource,
      scope: sheet.scope as Scope,
      scopeName: sheet.scopeName,
      account: { id: account.id, name: account.name },
      today: dayOf(now, actor.timeZone),
      recordedOn: row.recordedAt && dayOf(row.recordedAt, actor.timeZone),
      /** Each paper of the present content that a client may have, the latest first. */
      outlines: outlines
        .filter((each, at) => outlines.findIndex(({ paperHash }) => paperHash === each.paperHash) === at)
        .filter(({ contentHash }) => contentHash === row.contentHash)
        .map(({ id: outlineId, language, createdAt }) => ({
          id: outlineId,
          language,
          on: dayOf(createdAt, actor.timeZone),
        })),
      mayDraft,
      mayChange: mayDraft && ['draft', 'proposed', 'internallyApproved'].includes(shown.state),
      sample: await sampleOf(look, agreed, row.validFrom),
      feeRatio: reviewFees(feesOf(departures, basis), basis.sales).ratioPct?.toFixed(2) ?? null,
      /** What changes for the client against the version in force, when there is another. */
      changes:
        before.number === null
          ? null
          : {
              since: before.number,
              total: change.total.toFixed(),
              rows: change.differences.map(({ code, kind, was, now: next, impact }) => ({
                code,
                name: nameOfType(code, actor.locale, names),
                kind,
                was: say(code, was),
                now: say(code, next),
                impact: impact?.toFixed() ?? null,
              })),
            },
      /** The other versions of the sheet, the latest first. */
      others: versions.flatMap(({ id: otherId, number }) => (otherId === versionId ? [] : [{ id: otherId, number }])),
      missing: agreed.paymentDays === undefined,
      open: termTypes
        .filter(({ code }) => !names.get(code)?.retired || agreed[code])
        .map(({ code, category }) => ({
          code,
          category,
          name: nameOfType(code, actor.locale, names),
          departs: departures.some((each) => each.code === code),
          standard: say(code, standard?.content[code] ?? null),
        })),
    }
  },
})
export type VersionView = Awaited<ReturnType<typeof version.run>>

async function sampleOf(look: Look, agreed: TermValues, invoice: Day): Promise<PaymentDays | null> {
  const chain = chainOf(agreed)
  return chain ? paymentDaysOf(invoice, chain, await findBank(look, invoice)) : null
}

/** What the editor of one term starts with: its kind, the standard, what was said, and samples of payment rules. */
export const termEditor = query({
  name: 'terms.termEditor',
  permission: may.see,
  input: versionRef.extend({ code: z.string().max(40) }),
  async run(look, { versionId, code }) {
    const content = await findContent(look, versionId)
    const { actor } = look
    const type = typeOf(code)
    if (!type) return null
    const { standard, departures, agreed, names, version: row, sheet } = content
    const departure = departures.find((each) => each.code === code)
    const chain = chainOf(agreed)
    const bent = {
      closingDay: chain?.closingDay ?? null,
      payRunDay: chain?.payRunDay ?? null,
      chequeDays: chain?.chequeDays ?? null,
      chequeFrom: 'payRun' as const,
    }
    const [bank, files, open] = await Promise.all([
      type.kind === 'payment' ? findBank(look, row.validFrom) : null,
      findEvidence(look, departure ? [departure] : []),
      findOpenNeeds(look, content.account.id),
    ])
    return {
      code,
      kind: type.kind,
      basis: type.basis,
      fee: type.fee,
      name: nameOfType(code, actor.locale, names),
      help: names.get(code)?.help ?? null,
      value: departure?.value ?? standard?.content[code] ?? null,
      standard: standard?.content[code]
        ? valueInWords(code, standard.content[code], actor.locale, sheet.currency)
        : null,
      version: departure?.version ?? null,
      special: departure ? viewOf(departure, [], { served: content.served, files }) : null,
      needs: needsToServe(open, departure, content.served),
      samples:
        type.kind === 'payment'
          ? [30, 45, 60, 75, 90].flatMap((days) => readingsOf(days, bent, row.validFrom, bank))
          : [],
    }
  },
})
/** What a departure can serve: the open needs of the account, and those that it serves already. */
function needsToServe(
  open: Awaited<ReturnType<typeof findOpenNeeds>>,
  departure: DepartureRow | undefined,
  served: Content['served'],
) {
  const own = served.filter(({ departureId, readable }) => departureId === departure?.id && readable)
  const closed = own.filter(({ needId }) => !open.some(({ id: openId }) => openId === needId))
  return [
    ...open.map(({ id: needId, title, state }) => ({ id: needId, title, unsure: isUnsure(state) })),
    ...closed.map(({ needId, title, state }) => ({ id: needId, title, unsure: isUnsure(state) })),
  ]
}
export type TermEditor = NonNullable<Awaited<ReturnType<typeof termEditor.run>>>

/** Two versions of one sheet side by side: what was added, changed and removed, each with its yearly impact. T04. */
export const compareVersions = query({
  name: 'terms.compareVersions',
  permission: may.see,
  input: z.strictObject({ versionId: id, withId: id }),
  async run(look, { versionId, withId }) {
    const [newer, older] = await Promise.all([findContent(look, versionId), findContent(look, withId)])
    if (older.sheet.id !== newer.sheet.id) throw new Refusal('notFound')
    const { differences, total } = differencesOf(older.agreed, newer.agreed, newer.basis, newer.sheet.direction)
    const { actor } = look
    const say = (code: string, value: TermValue | null) =>
      value ? valueInWords(code, value, actor.locale, newer.sheet.currency) : null
    return {
      older: { id: withId, number: older.version.number },
      newer: { id: versionId, number: newer.version.number },
      currency: newer.sheet.currency,
      basis: basisView(newer),
      total: total.toFixed(),
      unchanged: Object.keys(newer.agreed).filter((code) => isSameValue(newer.agreed[code], older.agreed[code])).length,
      rows: differences.map(({ code, kind, was, now, impact }) => ({
        code,
        kind,
        name: nameOfType(code, actor.locale, newer.names),
        was: say(code, was),
        now: say(code, now),
        impact: impact?.toFixed() ?? null,
      })),
    }
  },
})
export type VersionChange = Awaited<ReturnType<typeof compareVersions.run>>
