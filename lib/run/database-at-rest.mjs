import { bundled, endBundled, isMade, running, shareBundled, superuserUrl } from '../../db/embedded.mjs'
import { hasOwnServer } from './database.mjs'
import { stop } from './say.mjs'

/**
 * Runs something that asks the database, with what names it in the environment. A bundled one that is at rest is woken
 * for it and put to rest again; one that the product serves from is only asked.
 */
export async function withDatabase(ask) {
  if (hasOwnServer()) return ask({})
  const place = bundled()
  if (!isMade(place)) stop('There is no database yet: run npm start, which makes it.')
  const wasRunning = running(place) !== null
  try {
    const port = await shareBundled(place, {})
    return await ask({ ACCORD_SUPERUSER: superuserUrl(place, port) })
  } finally {
    if (!wasRunning) await endBundled(place)
  }
}
