import 'server-only'
import { cookies, headers } from 'next/headers'
import type { Admission } from './admission'
import { deviceCookie, deviceOptions, linkCookie, linkOptions, sessionCookie, sessionOptions } from './cookies'
import type { LinkKind } from './link'
import { type Visit, visitOf } from './visit'

/** Where this request comes from and what its browser carries. */
export const thisVisit = async (): Promise<Visit> => visitOf(await headers(), await cookies())

const year = 31_536_000
const preference = { path: '/', maxAge: year, sameSite: 'lax' as const }

/** Gives the browser its session, makes the device known, and shows the person's own language and theme from now on. */
export async function letIn({ session, device, locale, theme }: Admission): Promise<void> {
  const jar = await cookies()
  jar.set(sessionCookie(), session, sessionOptions())
  jar.set(deviceCookie(), device, deviceOptions())
  await showAs({ locale, theme })
}

/** Language and theme of this device. */
export async function showAs({ locale, theme }: Partial<Pick<Admission, 'locale' | 'theme'>>): Promise<void> {
  const jar = await cookies()
  if (locale) jar.set('accord-locale', locale, preference)
  if (theme) jar.set('accord-theme', theme, preference)
}

/** The same device goes on with another session, or with none. */
export async function carry(session: string | null): Promise<void> {
  const jar = await cookies()
  if (session) jar.set(sessionCookie(), session, sessionOptions())
  else jar.set(sessionCookie(), '', { ...sessionOptions(), maxAge: 0 })
}

/** The token of the link that was opened here last, when it was one of this kind. */
export async function openedLink(kind: LinkKind): Promise<string> {
  const [opened, token = ''] = ((await cookies()).get(linkCookie())?.value ?? '').split('.')
  return opened === kind ? token : ''
}

export async function closeLink(): Promise<void> {
  ;(await cookies()).set(linkCookie(), '', { ...linkOptions(), maxAge: 0 })
}

/**
 * Answers a link: its token moves from the address into a cookie, and the page of its kind opens without it, so that
 * neither history nor a referrer keeps it. Opening uses nothing up; programs that look into mails may do so.
 */
export function openLink(kind: LinkKind, token: string): Response {
  const { maxAge, path } = linkOptions()
  const value = /^[\w-]{1,100}$/.test(token) ? token : ''
  const secure = linkOptions().secure ? '; Secure' : ''
  return new Response(null, {
    status: 303,
    headers: {
      location: `/${kind}`,
      'set-cookie': `${linkCookie()}=${kind}.${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  })
}
