import 'server-only'
import { headers } from 'next/headers'
import { calendarFile } from '@/lib/kernel/calendar-file'
import { environment } from '@/lib/kernel/environment'
import { clientActor, clientTokenOf, mustNotFlood } from '@/lib/kernel/identity/client-link'
import { addressOf } from '@/lib/kernel/identity/visit'
import { isLocale } from '@/lib/kernel/messages'
import { ask } from '@/lib/kernel/perform'
import { Refusal } from '@/lib/kernel/refusal'
import { feed } from './queries-feed'

/** The calendar behind a secret link, as calendars read it; whatever does not open is not found. */
export async function calendarByToken(token: string, lang: string | null, now = new Date()): Promise<Response> {
  try {
    await mustNotFlood(addressOf(await headers()), now)
    const parts = clientTokenOf(token)
    if (!parts) throw new Refusal('notFound')
    const language = lang !== null && isLocale(lang) ? lang : 'zh-TW'
    const found = await ask(feed, clientActor(parts), { secretHash: parts.secretHash, language }, now)
    const origin = environment().APP_ORIGIN
    const entries = found.entries.map(({ path, uid, ...entry }) => ({
      ...entry,
      uid: `${uid}@${new URL(origin).hostname}`,
      url: `${origin}${path}`,
    }))
    return new Response(calendarFile(found.name, entries), {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': 'private, no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex',
      },
    })
  } catch (error) {
    if (error instanceof Refusal) return new Response(null, { status: error.code === 'tooOften' ? 429 : 404 })
    throw error
  }
}
