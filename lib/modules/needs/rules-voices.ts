import { cut } from '@/lib/kernel/cut'
import type { Day } from '@/lib/kernel/day'
import type { Method } from './model'
import type { VoiceRoute } from './model-voices'
import { no } from './rules'

/** How a need was found that consumers spoke of: asked on the hotline, told by shop staff, seen online. */
const methodOfRoute: Readonly<Record<VoiceRoute, Method>> = {
  hotline: 'asking',
  store: 'staff',
  online: 'observation',
  other: 'asking',
}

export type Voice = {
  id: string
  accountId: string | null
  saidOn: Day
  route: string
  retailer: string | null
  words: string
  needId: string | null
}

/** One source for each route: the earliest words of it, from how many people, at which stores. */
export function sourcesOf(voices: readonly Voice[], counted: (words: string, voices: number) => string) {
  const routes = [...new Set(voices.map((voice) => voice.route as VoiceRoute))]
  return routes.flatMap((route) => {
    const own = voices.filter((voice) => voice.route === route).toSorted((a, b) => (a.saidOn < b.saidOn ? -1 : 1))
    const [first] = own
    if (!first) return []
    const stores = [...new Set(own.flatMap((voice) => voice.retailer ?? []))].slice(0, 3).join('、')
    return [
      {
        method: methodOfRoute[route],
        informant: stores === '' ? null : cut(stores, 120),
        heardOn: first.saidOn,
        verbatim: counted(first.words, own.length),
      },
    ]
  })
}

/** Voices are grouped once, into one need, with the retailer through whom they are answered. */
export function mustBeGroupable(voices: readonly Voice[], wanted: number): void {
  if (wanted === 0) throw no('noVoices')
  if (voices.some((voice) => voice.needId !== null)) throw no('voiceGrouped')
}

/** The retailer that answers: the one named, or the only one that all of them were heard through. */
export function retailerOf(voices: readonly Voice[], named: string | null): string {
  const known = new Set(voices.flatMap((voice) => voice.accountId ?? []))
  const [only] = known
  const retailer = named ?? (known.size === 1 ? (only ?? null) : null)
  if (retailer === null) throw no('retailerMissing', {}, { accountId: { code: 'retailerMissing' } })
  return retailer
}

export function mustHaveTitle(title: string | null): string {
  if (title === null) throw no('titleMissing', {}, { title: { code: 'titleMissing' } })
  return title
}
