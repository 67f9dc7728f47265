import 'server-only'
import { headers } from 'next/headers'
import type { z } from 'zod'
import type { FormAction } from '@/lib/kernel/form-state'
import { mustNotFlood, mustNotWearOut, openedClientLink } from '@/lib/kernel/identity/client-link'
import { openForm } from '@/lib/kernel/identity/open-form'
import { addressOf } from '@/lib/kernel/identity/visit'
import { id } from '@/lib/kernel/input'
import { perform } from '@/lib/kernel/perform'
import { answer } from './commands'
import { answerInput } from './model'
import { holderOf } from './queries-client'
import { no } from './rules'

const answerForm = answerInput.extend({ linkId: id })

/**
 * The form on the client's page. The link that this browser has opened says who answers; the page it came from only says
 * which one, for people who have two open. It refuses floods before it looks at anything.
 */
export const answerByLink: FormAction<null> = openForm({
  name: 'links.answer',
  input: answerForm,
  run: (given) => answerAs(given, new Date()),
})

async function answerAs({ linkId, ...given }: z.output<typeof answerForm>, now: Date) {
  await mustNotFlood(addressOf(await headers()), now)
  const holder = await holderOf(await openedClientLink(linkId), now)
  if (!holder) throw no('linkOver')
  await mustNotWearOut(linkId, now)
  const result = await perform(answer, holder.client, given, { now })
  if (!result.ok) throw result.refusal.code === 'notFound' ? no('linkOver') : result.refusal
  return { to: `/c/${linkId}/paper` }
}
