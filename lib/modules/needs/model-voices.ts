import { z } from 'zod'
import { day, id, listOf, optionalId, optionalText, text } from '@/lib/kernel/input'
import { needKinds } from './model'

/** How an end consumer's words came to us. */
export const voiceRoutes = ['hotline', 'store', 'online', 'other'] as const
export type VoiceRoute = (typeof voiceRoutes)[number]

const voice = {
  /** The retailer through whom the consumer is answered. */
  accountId: optionalId,
  saidOn: day,
  route: z.enum(voiceRoutes).default('hotline'),
  product: text(200),
  /** The store or retailer as it was written down. */
  retailer: optionalText(200),
  words: text(4000),
}

type Said = { saidOn: string; product: string; retailer: string | null; words: string }

/** The key by which two records of one voice meet: the same words of the same day about the same product at the same place. */
export const voiceKeyOf = ({ saidOn, product, retailer, words }: Said): string =>
  [saidOn, product, retailer ?? '', words]
    .map((part) => part.normalize('NFKC').replace(/\s+/g, '').toLowerCase())
    .join('|')

export const addVoiceInput = z.strictObject(voice)
/** Up to 500 at once, for imports. */
export const addVoicesInput = z.strictObject({ voices: z.array(z.strictObject(voice)).min(1).max(500) })
export const voiceRef = z.strictObject({ voiceId: id })
export const groupInput = z.strictObject({
  voiceIds: listOf(id, 500),
  /** The need that they speak of; or a new one, with what follows. */
  needId: optionalId,
  accountId: optionalId,
  title: optionalText(200),
  kind: z.enum(needKinds).default('quality'),
})
export const manyVoices = z.strictObject({ voiceIds: z.array(id).max(500) })
