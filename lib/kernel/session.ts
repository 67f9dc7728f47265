import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from './actor'
import { refusedResponse } from './http'
import { sessionCookie } from './identity/cookies'
import { safePath } from './identity/safe-path'
import { sessionHashOf } from './identity/session-cookie'
import { type Viewer, viewerOfSession } from './identity/session-row'
import { defaultLocale, isLocale, type Locale } from './messages'
import { Refusal } from './refusal'

/** Who is signed in, with what the shell shows of them; null for strangers. Asked once in a request. */
export const optionalViewer = cache(async (): Promise<Viewer | null> => {
  const jar = await cookies()
  const found = await viewerOfSession(await sessionHashOf(jar.get(sessionCookie())?.value))
  return found && { ...found, actor: await inReadersLanguage(found.actor) }
})

/** The same for pages that only members see: a stranger is sent to sign in and comes back afterwards. */
export const viewer = cache(async (): Promise<Viewer> => (await optionalViewer()) ?? signInFirst())

export const optionalActor = cache(async (): Promise<Actor | null> => (await optionalViewer())?.actor ?? null)

export const currentActor = cache(async (): Promise<Actor> => (await viewer()).actor)

/** Who asks, for route handlers: from the request's own cookie. */
export async function actorOfRequest(request: Request): Promise<Actor | null> {
  const wanted = `${sessionCookie()}=`
  const pair = (request.headers.get('cookie') ?? '').split('; ').find((each) => each.startsWith(wanted))
  const found = await viewerOfSession(await sessionHashOf(pair?.slice(wanted.length)))
  return found && inReadersLanguage(found.actor)
}

/** A member may have two devices in two languages: what is asked from one is answered in its own. */
const inReadersLanguage = async (actor: Actor): Promise<Actor> => ({ ...actor, locale: await readerLocale() })

/** Answers a member's request for a file; strangers and refusals are answered like everywhere. */
export async function answerMember(
  request: Request,
  where: string,
  work: (actor: Actor) => Promise<Response>,
): Promise<Response> {
  try {
    const actor = await actorOfRequest(request)
    if (!actor) throw new Refusal('signedOut')
    return await work(actor)
  } catch (error) {
    return refusedResponse(error, where, await readerLocale())
  }
}

/** The language of this request: the device's choice, which signing in sets to the person's; else the browser's. */
export const readerLocale = cache(async (): Promise<Locale> => {
  const [jar, sent] = await Promise.all([cookies(), headers()])
  const chosen = jar.get('accord-locale')?.value
  return isLocale(chosen) ? chosen : localeOfBrowser(sent.get('accept-language'))
})

/** The first of the browser's languages that the product speaks. */
export function localeOfBrowser(accepted: string | null): Locale {
  for (const each of (accepted ?? '').toLowerCase().split(',')) {
    if (each.trim().startsWith('zh')) return 'zh-TW'
    if (each.trim().startsWith('en')) return 'en'
  }
  return defaultLocale
}

async function signInFirst(): Promise<never> {
  const path = safePath((await headers()).get('x-accord-path'))
  redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`)
}
