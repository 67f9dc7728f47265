import { z } from 'zod'
import { day, flag, id, listOf, optionalId, optionalText } from '@/lib/kernel/input'
import { whole } from '@/lib/kernel/input-numbers'
import { signingRef } from './model-signing'

/** The seals of a company: 公司大章, 負責人小章, 合約專用章, 登記印鑑章. */
export const sealKinds = ['company', 'representative', 'contract', 'registered'] as const
export type SealKind = (typeof sealKinds)[number]

/** How far the originals are; derived from their days, never stored. */
export type SealState = 'asked' | 'sealed' | 'away' | 'back'

export const agreementSealRef = z.strictObject({ agreementSealId: id })

/** Asks for originals to be sealed; a blank number is given by the product, a blank custodian is whoever asks. */
export const requestSealInput = signingRef.extend({
  requestNumber: optionalText(60),
  seals: listOf(z.enum(sealKinds), sealKinds.length),
  copies: whole(1, 99),
  acrossPages: flag,
  custodianId: optionalId,
  note: optionalText(2000),
})

export const markSealedInput = agreementSealRef.extend({ sealedOn: day, keptAt: optionalText(200) })
export const sendOriginalInput = agreementSealRef.extend({ sentOn: day, dueBackOn: day })
/** Who keeps the original from then on; blank leaves it with whoever kept it. */
export const returnOriginalInput = agreementSealRef.extend({
  returnedOn: day,
  keptAt: optionalText(200),
  custodianId: optionalId,
  fileId: optionalId,
})

/** What can be recorded of a request next. */
export const sealSteps = ['sealed', 'sent', 'returned'] as const
export type SealStep = (typeof sealSteps)[number]

const sealStep = z.strictObject({ agreementSealId: id, step: z.enum(sealSteps) })
/** Which step of which request an address names; null for none. */
export const sealStepOf = (agreementSealId: unknown, step: unknown) =>
  sealStep.safeParse({ agreementSealId, step }).data ?? null
