import { z } from 'zod'
import { flag, id, listOf, optionalChoice, optionalDay, optionalId, optionalText, version } from '@/lib/kernel/input'
import { optionalAmount } from '@/lib/kernel/input-numbers'
import { filing, issuing } from '@/lib/modules/links/model'
import { directions, termCodes } from './model-catalogue'
import { valueInput } from './model-values'

/** The ten factors that may influence trade terms: note 7 of the standard. */
export const factors = [
  'continuousImprovement',
  'dueDiligence',
  'infrastructure',
  'intellectualProperty',
  'marketPosition',
  'systemIntegration',
  'planningCycle',
  'riskSharing',
  'supplyChain',
  'agreedTerms',
] as const
export type Factor = (typeof factors)[number]

export const scopes = ['all', 'brand', 'category', 'channel'] as const
export type Scope = (typeof scopes)[number]

export const versionKinds = ['original', 'amendment', 'temporary', 'renewal'] as const
export type VersionKind = (typeof versionKinds)[number]

export const sheetStates = [
  'draft',
  'proposed',
  'internallyApproved',
  'customerConfirmed',
  'inForce',
  'superseded',
  'ended',
] as const
export type SheetState = (typeof sheetStates)[number]

/** An end that lies beyond every calendar: how lists keep "open end" where they sort. */
export const openEnd = '9999-12-31'

const code = z.enum(termCodes as [string, ...string[]])
export const sheetRef = z.strictObject({ sheetId: id })
export const versionRef = z.strictObject({ versionId: id })
export const accountRef = z.strictObject({ accountId: id })

export const openInput = z.strictObject({
  accountId: id,
  direction: z.enum(directions),
  scope: z.enum(scopes),
  scopeName: optionalText(80),
  validFrom: optionalDay,
  validTo: optionalDay,
  note: optionalText(1000),
})

export const draftInput = sheetRef.extend({
  kind: z.enum(versionKinds).exclude(['original']),
  validFrom: optionalDay,
  validTo: optionalDay,
  note: optionalText(1000),
})

export const editInput = versionRef.extend({
  version: version.optional(),
  validFrom: optionalDay,
  validTo: optionalDay,
  note: optionalText(1000),
  basisSales: optionalAmount,
  basisSource: optionalText(200),
})

/** What a departure rests on besides its value. */
const grounds = {
  factors: listOf(z.enum(factors), factors.length),
  reason: optionalText(1000),
  condition: optionalText(1000),
  unconditional: flag,
  evidenceId: optionalId,
  /** The needs of the account that it serves. */
  needIds: listOf(id, 20),
  feeItem: optionalText(200),
  feePurpose: optionalText(300),
  feeAmountBasis: optionalText(300),
  feeReference: optionalText(300),
  feeEvent: optionalText(200),
  feeBenefit: optionalAmount,
}

export const setTermInput = versionRef.extend({ code, version: version.optional(), value: valueInput, ...grounds })
export type SetTerm = z.output<typeof setTermInput>
export const termRef = versionRef.extend({ code })
export const submitInput = versionRef.extend({ reason: optionalText(1000) })

export const languages = ['zh-TW', 'en'] as const
export const issueInput = versionRef.extend({ language: z.enum(languages), ...issuing })
export const fileInput = versionRef.extend({
  /** The outline that was sent; without it one in this language that was printed on this day, today when blank. */
  outlineId: optionalId,
  language: z.enum(languages),
  printedOn: optionalDay,
  personId: optionalId,
  ...filing,
})

export const standardRef = z.strictObject({ standardId: id })
export const draftStandardInput = z.strictObject({
  segment: optionalText(80),
  direction: z.enum(directions),
  validFrom: optionalDay,
  note: optionalText(1000),
})
export const setStandardTermInput = standardRef.extend({ code, version: version.optional(), value: valueInput })
export const standardTermRef = standardRef.extend({ code })
export const submitStandardInput = standardRef.extend({ reason: optionalText(1000) })

export const nameTypeInput = z.strictObject({
  code,
  name: optionalText(80),
  englishName: optionalText(80),
  help: optionalText(300),
  retired: flag,
})

export const asOfInput = accountRef.extend({
  direction: optionalChoice(directions),
  validOn: optionalDay,
  knownOn: optionalDay,
})
