import { z } from 'zod'
import { id, listOf, optionalChoice, optionalId, optionalText, text, version } from '@/lib/kernel/input'
import { languages } from '@/lib/modules/contacts/model'
import { negotiationRef } from './model'
import { sides } from './model-issues'

export const memberParts = ['leads', 'speaks', 'notes', 'advises', 'observes'] as const
/** What one of us does at the table. */
export type MemberPart = (typeof memberParts)[number]
/** Whoever opened it leads it: nobody is given the lead. */
export const givenParts = ['speaks', 'notes', 'advises', 'observes'] as const

export const counterpartParts = ['decides', 'influences', 'speaks', 'advises', 'present'] as const
/** What one of them does at the table. */
export type CounterpartPart = (typeof counterpartParts)[number]

export const settings = ['ourOffice', 'theirOffice', 'elsewhere', 'meal', 'online', 'phone'] as const
export type Setting = (typeof settings)[number]

/** The techniques of note 2 of BGM4R0450v2, as points of the preparation. */
export const checkpoints = [
  'indicators',
  'targets',
  'needs',
  'points',
  'evidence',
  'questions',
  'nonverbal',
  'language',
  'bargaining',
  'options',
  'confirming',
  'culture',
] as const
export type Checkpoint = (typeof checkpoints)[number]
/** Those that only people can tell; the others follow from what is on record. */
export const handPoints = ['indicators', 'nonverbal', 'bargaining', 'confirming'] as const
/** Those that tell something of what only the mandate group knows. */
export const secretPoints: readonly Checkpoint[] = ['targets', 'options']

export const seatInput = negotiationRef.extend({ memberId: id, part: z.enum(givenParts) })
export const seatRef = z.strictObject({ seatId: id })

const meeting = {
  part: z.enum(counterpartParts),
  address: optionalText(200),
  style: optionalText(1000),
  note: optionalText(2000),
}
export const counterpartInput = negotiationRef.extend({ personId: id, ...meeting })
export const editCounterpartInput = z.strictObject({ counterpartId: id, version: version.optional(), ...meeting })
export const counterpartRef = z.strictObject({ counterpartId: id })

export const conductInput = negotiationRef.extend({
  version: version.optional(),
  language: optionalChoice(languages),
  setting: optionalChoice(settings),
  venue: optionalText(200),
  interpreter: optionalText(200),
  etiquette: optionalText(4000),
})

/** What the reader had before them when they confirmed: in which language, with whom. */
export const confirmConductInput = negotiationRef.extend({
  language: optionalChoice(languages),
  personIds: listOf(id, 100),
})

const interest = { text: text(1000), source: optionalText(200) }
export const interestInput = negotiationRef.extend({ side: z.enum(sides), ...interest })
export const editInterestInput = z.strictObject({ interestId: id, version: version.optional(), ...interest })
export const interestRef = z.strictObject({ interestId: id })
export const moveInterestInput = z.strictObject({ interestId: id, to: z.enum(['up', 'down']) })

export const needLinkInput = negotiationRef.extend({ needId: id })
export const termsLinkInput = negotiationRef.extend({ termSheetId: optionalId })
export const tickInput = negotiationRef.extend({ points: listOf(z.enum(handPoints), handPoints.length) })
