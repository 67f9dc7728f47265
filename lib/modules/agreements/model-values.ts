/** What a consent is about: one side of an agreement that somebody answers for. */
export const agreementAspects = ['price', 'credit', 'legal', 'supply', 'quality', 'marketing', 'data'] as const
export type AgreementAspect = (typeof agreementAspects)[number]

export const agreementForms = ['confirmationLetter', 'standardContract', 'fullContract'] as const
export type AgreementForm = (typeof agreementForms)[number]

export const agreementKinds = [
  'annualTerms',
  'framework',
  'supply',
  'distribution',
  'service',
  'promotion',
  'nda',
  'letterOfIntent',
  'consignment',
  'other',
] as const
export type AgreementKind = (typeof agreementKinds)[number]

export const deviations = ['none', 'minor', 'material'] as const
export type Deviation = (typeof deviations)[number]

/** What a clause of the library or of a paper can be about; each tag concerns one or more aspects. */
export const clauseTags = [
  'price',
  'rebate',
  'fee',
  'payment',
  'creditLimit',
  'delivery',
  'returns',
  'volume',
  'quality',
  'serviceLevel',
  'promotion',
  'brand',
  'exclusivity',
  'liability',
  'penalty',
  'intellectualProperty',
  'governingLaw',
  'termination',
  'confidentiality',
  'personalData',
  'dataExchange',
  'onSiteWork',
] as const
export type ClauseTag = (typeof clauseTags)[number]

export const isClauseTag = (text: string): text is ClauseTag => (clauseTags as readonly string[]).includes(text)

/** Why an expert is suggested. */
export const adviceTriggers = [
  'exclusivity',
  'liability',
  'intellectualProperty',
  'foreignLaw',
  'personalData',
  'onSiteWork',
  'longTerm',
  'highPenalty',
] as const
export type AdviceTrigger = (typeof adviceTriggers)[number]

/** A clause as the rules read it; `key` names it through all versions. */
export type ReadClause = {
  key: string
  heading: string
  body: string
  aspect: AgreementAspect
  tags: readonly string[]
  issueKey: string | null
  value: string | null
}
