import 'server-only'
import { headers } from 'next/headers'
import type { Actor } from '@/lib/kernel/actor'
import type { Command } from '@/lib/kernel/command'
import type { FormAction } from '@/lib/kernel/form-state'
import { mustNotFlood, mustNotWearOut, openedClientLink } from '@/lib/kernel/identity/client-link'
import { deviceName } from '@/lib/kernel/identity/device-name'
import { openForm } from '@/lib/kernel/identity/open-form'
import { addressOf } from '@/lib/kernel/identity/visit'
import { perform } from '@/lib/kernel/perform'
import { linkRef } from '@/lib/modules/links/model'
import { holderOf } from '@/lib/modules/links/queries-client'
import { declineByLink, objectByLink, signByLink } from './commands-electronic'
import { declineFormInput, signFormInput } from './model-signing'
import { noSigning } from './rules-signing-steps'

/** The forms on the page of whoever signs by link. The link that this browser has opened says who signs. */
export const signOnPage: FormAction<null> = openForm({
  name: 'agreements.signByLink',
  input: signFormInput,
  hides: ['drawnName'],
  async run({ linkId, ...given }) {
    const head = await headers()
    const place = { network: addressOf(head), device: deviceName(head.get('user-agent')) }
    return answered(linkId, signByLink, { ...given, agreed: String(given.agreed), ...place })
  },
})

export const declineOnPage: FormAction<null> = openForm({
  name: 'agreements.declineByLink',
  input: declineFormInput,
  run: ({ linkId, reason }) => answered(linkId, declineByLink, { reason }),
})

export const objectOnPage: FormAction<null> = openForm({
  name: 'agreements.objectByLink',
  input: linkRef,
  run: ({ linkId }) => answered(linkId, objectByLink, {}),
})

async function answered(linkId: string, command: Command, input: object) {
  const now = new Date()
  await mustNotFlood(addressOf(await headers()), now)
  const client = await clientOf(linkId, now)
  await mustNotWearOut(linkId, now)
  const result = await perform(command, client, input, { now })
  if (!result.ok) throw result.refusal.code === 'notFound' ? noSigning('linkOver') : result.refusal
  return { to: `/c/${linkId}/sign` }
}

async function clientOf(linkId: string, now: Date): Promise<Actor> {
  const holder = await holderOf(await openedClientLink(linkId), now)
  if (!holder) throw noSigning('linkOver')
  return holder.client
}
