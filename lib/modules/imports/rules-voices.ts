import { dayOf } from '@/lib/kernel/day'
import { type VoiceRoute, voiceKeyOf } from '@/lib/modules/needs/model-voices'
import { type PlannedRow, refusedRow, type Setting } from './model-plan'
import { accountNamed } from './rules-accounts-match'
import type { AccountsWorld } from './rules-accounts-world'
import type { ReadRow } from './rules-rows'

export type NewVoice = {
  row: number
  accountId: string | null
  saidOn: string
  route: VoiceRoute
  product: string
  retailer: string | null
  words: string
}

/** Voices have no number: the same words of the same day, product and place are the same voice. */
export type VoicesWorld = {
  accounts: AccountsWorld
  known: Map<string, { id: string } | { row: number }>
  added: NewVoice[]
}

export const newVoicesWorld = (accounts: AccountsWorld): VoicesWorld => ({ accounts, known: new Map(), added: [] })

const routes: readonly (readonly [VoiceRoute, RegExp])[] = [
  ['hotline', /客服|專線|電話|0800|hotline|phone|call/i],
  ['store', /門市|店|store|shop/i],
  ['online', /網|評論|社群|online|web|social/i],
]

/** How a voice came, by what its column says; a file that does not say it is the hotline's. */
export const routeOf = (typed: string | undefined): VoiceRoute =>
  typed === undefined ? 'hotline' : (routes.find(([, pattern]) => pattern.test(typed))?.[0] ?? 'other')

/** What becomes of each row: new, or on record already. A retailer that is no account of ours is kept as written. */
export const planVoices = (world: VoicesWorld, setting: Setting, rows: readonly ReadRow[]): PlannedRow[] =>
  rows.map((row) => {
    const { number, notes, fault, values } = row
    if (fault) return refusedRow(number, fault, notes)
    const { day, product, words, retailer, route } = values
    if (!day || !product || !words) return refusedRow(number, { code: 'voiceIncomplete', params: {} }, notes)
    if (day > dayOf(setting.now, setting.actor.timeZone))
      return refusedRow(number, { code: 'dayAhead', params: { value: day } }, notes)
    const account = retailer === undefined ? undefined : accountNamed(world.accounts, retailer, setting.source)
    const voice = { saidOn: day, product, words, retailer: retailer ?? null }
    const key = voiceKeyOf(voice)
    const known = world.known.get(key)
    if (known) return { number, outcome: 'same', reason: null, notes, differences: [], subject: known }
    world.known.set(key, { row: number })
    world.added.push({ ...voice, row: number, accountId: account?.id ?? null, route: routeOf(route) })
    return { number, outcome: 'new', reason: null, notes, differences: [], subject: { row: number } }
  })
