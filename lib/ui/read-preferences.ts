import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { type Preferences, preferencesFrom } from './preferences'

/** The reader's preferences for this request, from cookies alone: no database is asked. */
export const readPreferences = cache(async (): Promise<Preferences> => {
  const [jar, sent] = await Promise.all([cookies(), headers()])
  return preferencesFrom((name) => jar.get(name)?.value, sent.get('accept-language'))
})
