import { z } from 'zod'
import { id, optionalDay, optionalText, text, version } from '@/lib/kernel/input'
import { optionalAmount } from '@/lib/kernel/input-numbers'

export const directions = ['sell', 'buy'] as const
export type Direction = (typeof directions)[number]

export const negotiationKinds = [
  'annualTerms',
  'price',
  'promotion',
  'supply',
  'quality',
  'service',
  'contract',
  'other',
] as const
/** What a negotiation is about: lessons of the same kind are shown when the next one is prepared. */
export type NegotiationKind = (typeof negotiationKinds)[number]

export const paths = ['light', 'formal'] as const
export type Path = (typeof paths)[number]

export const results = ['agreed', 'partly', 'refused', 'open'] as const
/** How a small talk ended. */
export type TalkResult = (typeof results)[number]

/** A deadline that nobody set. */
export const noDeadline = '9999-12-31'

/** The deadline as people read it: null when there is none. */
export const deadlineOf = (deadlineOn: string): string | null => (deadlineOn === noDeadline ? null : deadlineOn)

export const accountRef = z.strictObject({ accountId: id })
export const negotiationRef = z.strictObject({ negotiationId: id })

const outline = {
  kind: z.enum(negotiationKinds),
  title: text(200),
  purpose: optionalText(4000),
  objective: optionalText(4000),
  expectedValue: optionalAmount,
  deadlineOn: optionalDay,
}

/** Opens the formal workspace. */
export const openInput = z.strictObject({
  accountId: id,
  direction: z.enum(directions).default('sell'),
  ...outline,
})

export const editInput = negotiationRef.extend({ version: version.optional(), ...outline })
