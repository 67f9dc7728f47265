import { newLink } from '../lib/kernel/identity/link'
import { issueSetUp } from '../lib/kernel/identity/set-up'

/**
 * The one-time link that sets up a fresh installation, or null once it has been set up. Every start makes a new one and
 * ends the one before, so that nobody needs to keep it; the database keeps its hash only.
 */
export async function firstRunLink(): Promise<string | null> {
  const link = newLink('setup')
  return (await issueSetUp(link.hash, new Date())) ? link.url : null
}
