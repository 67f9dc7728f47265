import { z } from 'zod'
import { id, optionalChoice, optionalId, optionalText, text, version } from '@/lib/kernel/input'
import { termCodes } from '@/lib/modules/terms/model-catalogue'
import { negotiationRef } from './model'
import { type IssueKind, issueKinds } from './model-issues'

export const stances = ['supports', 'neutral', 'against'] as const
/** How an issue stands to the marketing focus. */
export type Stance = (typeof stances)[number]

/** An option of an issue: offers name it by its key, people read its label. */
export type IssueOption = { key: string; label: string }

export const issueRef = z.strictObject({ issueId: id })

const isBlank = (row: unknown) =>
  typeof row === 'object' && row !== null && !String((row as { label?: unknown }).label ?? '').trim()

/** Blank rows of the form are none; an option that was there keeps its key. */
const options = z.preprocess(
  (value) => (Array.isArray(value) ? value.filter((row) => !isBlank(row)) : (value ?? [])),
  z.array(z.strictObject({ key: optionalText(80), label: text(120) })).max(40),
)

const about = {
  unit: optionalText(40),
  options,
}

/** Blank name, kind and unit are those of the kind of term that it is linked to. */
export const addIssueInput = negotiationRef.extend({
  /** The product whose price the issue is about: by the unit of the price list, or as a discount off it in %. */
  productId: optionalId,
  termCode: optionalChoice(termCodes as [string, ...string[]]),
  name: optionalText(120),
  kind: optionalChoice(issueKinds),
  ...about,
})

export const editIssueInput = issueRef.extend({
  version: version.optional(),
  name: text(120),
  kind: z.enum(issueKinds),
  ...about,
})

export const moveIssueInput = issueRef.extend({ to: z.enum(['up', 'down']) })

/** An issue as everybody reads it who sees the negotiation. */
export type Issue = {
  id: string
  version: number
  key: string
  name: string
  position: number
  kind: IssueKind
  unit: string | null
  termCode: string | null
  productId: string | null
  options: readonly IssueOption[]
  focusId: string | null
  stance: Stance
  stanceReason: string | null
  stanceBy: string | null
  stanceAt: Date | null
  consentBy: string | null
  consentAt: Date | null
  consentNote: string | null
  agreedValue: string | boolean | null
  droppedBecause: string | null
  /** What the agreement before gave for it and got. */
  carried: string | null
}
