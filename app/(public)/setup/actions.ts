'use server'
import { closeLink, letIn, openedLink, thisVisit } from '@/lib/kernel/identity/browser'
import { setUpInput } from '@/lib/kernel/identity/inputs'
import { openForm } from '@/lib/kernel/identity/open-form'
import { setUp as found } from '@/lib/kernel/identity/set-up'
import { firstTiers } from '@/lib/modules/workspace/model'

/** Founds the first workspace with the tiers that the workspace's module begins with. */
export const setUp = openForm({
  name: 'identity.found',
  input: setUpInput,
  hides: ['password'],
  async run(given) {
    const token = await openedLink('setup')
    await letIn(await found({ ...given, token }, firstTiers, await thisVisit(), new Date()))
    await closeLink()
    return { to: '/' }
  },
})
