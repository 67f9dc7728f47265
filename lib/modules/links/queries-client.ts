import 'server-only'
import { cookies, headers } from 'next/headers'
import type { Actor } from '@/lib/kernel/actor'
import { downloadResponse } from '@/lib/kernel/download'
import {
  type ClientToken,
  clientActor,
  clientTokenOf,
  mustNotFlood,
  mustNotWearOut,
  openClientLink,
  openedClientLink,
} from '@/lib/kernel/identity/client-link'
import { deviceName } from '@/lib/kernel/identity/device-name'
import { addressOf } from '@/lib/kernel/identity/visit'
import { isLocale } from '@/lib/kernel/messages'
import type { Paper } from '@/lib/kernel/paper'
import { renderPdf } from '@/lib/kernel/pdf/render-pdf'
import { ask, perform } from '@/lib/kernel/perform'
import { Refusal } from '@/lib/kernel/refusal'
import { recordRead } from './commands'
import type { ClientView } from './model'
import { forClient, paperOf } from './queries'
import { networkOf } from './rules'

/** What a client's page has to show: the paper, or that they must wait, or null when the link does not open. */
export type Opened = { view: ClientView; linkId: string } | { wait: Refusal } | null

type Holder = { client: Actor; view: Awaited<ReturnType<typeof askFor>> }
const askFor = (client: Actor, secretHash: string, now: Date) => ask(forClient, client, { secretHash }, now)

/** The client who holds a token, named as the link names them, and what they may read; null when it does not open. */
export async function holderOf(token: ClientToken | null, now: Date): Promise<Holder | null> {
  if (!token) return null
  try {
    const view = await askFor(clientActor(token), token.secretHash, now)
    const { language: locale } = view.paper
    return { client: clientActor(token, { name: view.recipient ?? view.paper.to.company, locale }), view }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** Answers a link's address: the token leaves it, and a reader without a choice of their own gets the paper's language. */
export async function openByToken(token: string, now = new Date()): Promise<Response> {
  const [head, jar] = [await headers(), await cookies()]
  const chosen = isLocale(jar.get('accord-locale')?.value)
  const holder = chosen ? null : await holderWithin(clientTokenOf(token), addressOf(head), now)
  return openClientLink(token, holder && 'view' in holder ? holder.view.paper.language : null)
}

/** What this browser may read by the link that it opened. Each reading is noted; programs that only look at addresses get none. */
export async function readByLink(linkId: string, now = new Date()): Promise<Opened> {
  const head = await headers()
  const address = addressOf(head)
  const holder = await holderWithin(await openedClientLink(linkId), address, now)
  if (!holder || 'wait' in holder) return holder
  const read = { network: networkOf(address), device: deviceName(head.get('user-agent')) }
  await perform(recordRead, holder.client, read, { now })
  const { recipient: _r, accountId: _a, ...view } = holder.view
  return { view, linkId }
}

async function holderWithin(
  token: ClientToken | null,
  address: string,
  now: Date,
): Promise<Holder | { wait: Refusal } | null> {
  try {
    await mustNotFlood(address, now)
    const holder = await holderOf(token, now)
    if (holder) await mustNotWearOut(holder.client.id, now)
    return holder
  } catch (error) {
    if (error instanceof Refusal) return { wait: error }
    throw error
  }
}

/** The same paper as PDF, for whoever opened the link. Refuses alike whatever does not open. */
export async function pdfByLink(linkId: string, now = new Date()): Promise<Response> {
  const holder = await holderWithin(await openedClientLink(linkId), addressOf(await headers()), now)
  if (!holder) throw new Refusal('notFound')
  if ('wait' in holder) throw holder.wait
  return pdfOf(holder.view.paper, holder.view.contentHash)
}

/** A paper that was sent, as PDF, for a member. */
export async function pdfOfLink(actor: Actor, linkId: string): Promise<Response> {
  const { paper, contentHash } = await ask(paperOf, actor, { linkId }).catch((error: unknown) => {
    throw error instanceof Refusal ? new Refusal('notFound') : error
  })
  return pdfOf(paper, contentHash)
}

async function pdfOf(paper: Paper, contentHash: string): Promise<Response> {
  const content = await renderPdf(paper, contentHash)
  const body = new Response(content as BodyInit).body
  if (!body) throw new Error('a paper without content')
  const name = `${paper.title.replace(/[\\/:*?"<>|]/g, '_')}.pdf`
  return downloadResponse({ name, mediaType: 'application/pdf', size: content.byteLength, body })
}
