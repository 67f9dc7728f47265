'use server'
import { cookies, headers } from 'next/headers'
import { isPreference, preferenceAge, preferenceCookies } from './preferences'

/**
 * Keeps language, theme or density in a cookie of this device; unknown names and values are ignored. Works as the action of
 * a plain form, so switching needs no JavaScript, and the page keeps its state. Requests of other sites change nothing.
 */
export async function savePreference(form: FormData): Promise<void> {
  const [jar, sent] = await Promise.all([cookies(), headers()])
  const site = sent.get('sec-fetch-site')
  if (site ? site !== 'same-origin' : !sent.get('origin')) return
  if (!(form instanceof FormData)) return
  for (const [name, value] of form) {
    if (typeof value !== 'string' || !isPreference(name, value)) continue
    jar.set(preferenceCookies[name], value, { path: '/', maxAge: preferenceAge, sameSite: 'lax' })
  }
}
