import { z } from 'zod'
import { id, listOf, optionalChoice, optionalText, text, version } from '@/lib/kernel/input'
import { optionalAmount, whole } from '@/lib/kernel/input-numbers'
import { directions } from './model'
import { agreementAspects, agreementForms, agreementKinds, clauseTags } from './model-values'

/** By what a clause of the library is known through all its editions. */
const code = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[a-z][a-z0-9-]*$/, { message: 'codeUnfit' })

const longText = 20_000
const clauseFields = {
  heading: text(200),
  englishHeading: text(200),
  standard: text(longText),
  englishStandard: text(longText),
  fallback: optionalText(longText),
  englishFallback: optionalText(longText),
  walkAway: optionalText(2000),
  plain: optionalText(2000),
  englishPlain: optionalText(2000),
  aspect: z.enum(agreementAspects),
  tags: listOf(z.enum(clauseTags), clauseTags.length),
}
export const libraryClauseRef = z.strictObject({ libraryClauseId: id })
export const addLibraryClauseInput = z.strictObject({ code, ...clauseFields })
/** A new edition of the clause; whoever saw an older edition than the one in use is refused. */
export const reviseLibraryClauseInput = libraryClauseRef.extend(clauseFields)
export type LibraryWords = Omit<z.output<typeof addLibraryClauseInput>, 'code'>
export type StarterClause = z.input<typeof addLibraryClauseInput>

export const libraryFilter = z.strictObject({
  aspect: optionalChoice(agreementAspects),
  tag: optionalChoice(clauseTags),
})
export const libraryCodeRef = z.strictObject({ libraryCode: text(40) })

const templateFields = {
  name: text(200),
  englishName: text(200),
  kind: z.enum(agreementKinds),
  form: z.enum(agreementForms),
  direction: z.enum(directions),
  /** Codes of the library in the order in which the paper has them. */
  clauseCodes: listOf(z.string().trim().max(40), 60),
}
export const templateRef = z.strictObject({ agreementTemplateId: id })
export const addTemplateInput = z.strictObject(templateFields)
export const editTemplateInput = templateRef.extend({ version: version.optional(), ...templateFields })
export type StarterTemplate = z.input<typeof addTemplateInput>

/** Who we are on paper, which form is due from which value, how long agreements are kept. Values per year. */
export const setAgreementSettingsInput = z.strictObject({
  version: version.optional(),
  ourName: optionalText(200),
  ourBusinessNumber: optionalText(20),
  ourAddress: optionalText(300),
  ourRepresentative: optionalText(100),
  letterUpTo: optionalAmount,
  fullFrom: optionalAmount,
  fullKinds: listOf(z.enum(agreementKinds), agreementKinds.length),
  retentionYears: whole(1, 100),
  acknowledgeDays: whole(1, 60),
})
export type AgreementSettings = Omit<z.output<typeof setAgreementSettingsInput>, 'version'>

export const usualSettings: AgreementSettings = {
  ourName: null,
  ourBusinessNumber: null,
  ourAddress: null,
  ourRepresentative: null,
  letterUpTo: null,
  fullFrom: null,
  fullKinds: [],
  retentionYears: 10,
  acknowledgeDays: 3,
}
