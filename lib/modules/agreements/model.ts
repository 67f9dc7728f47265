import { z } from 'zod'
import { flag, id, listOf, optionalDay, optionalId, optionalText, text, version } from '@/lib/kernel/input'
import { currency, optionalAmount, whole } from '@/lib/kernel/input-numbers'
import { locales } from '@/lib/kernel/messages'
import { agreementAspects, agreementKinds, clauseTags, deviations } from './model-values'

export const directions = ['sell', 'buy'] as const
export type Direction = (typeof directions)[number]

export const papers = ['ours', 'theirs'] as const
/** Whose paper it is: ours from clauses, or theirs as a file with its key terms typed. */
export type PaperOf = (typeof papers)[number]

export const renewals = ['none', 'manual', 'autoRenew', 'autoExtend'] as const
export type Renewal = (typeof renewals)[number]

export const noticeUnits = ['day', 'month'] as const

/** An end, or a day for notice, that was not agreed. */
export const openEnd = '9999-12-31'

/** The day as people read it: null when there is none. */
export const dayOrNone = (day: string): string | null => (day === openEnd ? null : day)

export const accountRef = z.strictObject({ accountId: id })
export const agreementRef = z.strictObject({ agreementId: id })

const optionalWhole = (min: number, max: number) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), whole(min, max).nullable())

/** What a version says beside its clauses: the parties, the term, notice, value and law. Days as YYYY-MM-DD, money per year. */
const factFields = {
  ourName: optionalText(200),
  ourBusinessNumber: optionalText(20),
  ourAddress: optionalText(300),
  ourRepresentative: optionalText(100),
  theirName: optionalText(200),
  theirBusinessNumber: optionalText(20),
  theirAddress: optionalText(300),
  theirRepresentative: optionalText(100),
  currency: currency.default('TWD'),
  yearlyValue: optionalAmount,
  valueBasis: optionalText(500),
  startsOn: optionalDay,
  months: optionalWhole(1, 600),
  renewal: z.enum(renewals).default('none'),
  renewalMonths: optionalWhole(1, 600),
  noticeCount: optionalWhole(0, 730),
  noticeUnit: z.enum(noticeUnits).default('day'),
  governingLaw: optionalText(200),
  venue: optionalText(200),
}
const facts = z.strictObject(factFields)
export type Facts = z.output<typeof facts>
export const factNames = Object.keys(factFields) as (keyof Facts)[]

const outline = {
  kind: z.enum(agreementKinds),
  title: text(200),
  language: z.enum(locales).default('zh-TW'),
  confidential: flag,
  backupId: optionalId,
  scopeName: optionalText(200),
}

/** Begins an agreement with its first version. */
export const draftInput = z.strictObject({
  accountId: id,
  direction: z.enum(directions).default('sell'),
  paper: z.enum(papers).default('ours'),
  /** The talks that it writes down. */
  negotiationId: optionalId,
  ...outline,
  ...factFields,
})

/** What it is about; what a version says is changed by itself. */
export const editInput = agreementRef.extend({ version: version.optional(), ...outline })

/** Parties, value, term and notice of the version that is drafted. */
export const setFactsInput = z.strictObject({ agreementVersionId: id, version: version.optional(), ...factFields })

const clauseFields = {
  heading: text(200),
  body: text(20_000),
  aspect: z.enum(agreementAspects),
  tags: listOf(z.enum(clauseTags), clauseTags.length),
  deviation: z.enum(deviations).default('none'),
  deviationReason: optionalText(2000),
  /** The point of the talks that it writes down, and what it says as a value: 60 天. */
  issueKey: optionalText(100),
  termCode: optionalText(60),
  value: optionalText(500),
}

export const versionRef = z.strictObject({ agreementVersionId: id })
/** What a version agrees on KPIs, from their module. */
export const keepContentInput = versionRef.extend({
  kpis: z
    .array(
      z.strictObject({ key: text(100), aspect: z.enum(agreementAspects), content: z.record(z.string(), z.json()) }),
    )
    .max(200),
})
export const clauseRef = z.strictObject({ clauseId: id })
export const addClauseInput = versionRef.extend(clauseFields)
export const editClauseInput = clauseRef.extend({ version: version.optional(), ...clauseFields })
export const moveClauseInput = clauseRef.extend({ to: z.enum(['up', 'down']) })
