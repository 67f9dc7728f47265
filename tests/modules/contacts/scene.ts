import type { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import type { Command } from '@/lib/kernel/command'
import { ask, perform } from '@/lib/kernel/perform'
import { open } from '@/lib/modules/accounts/commands-open'
import { add } from '@/lib/modules/contacts/commands'
import { claimSlot } from '@/lib/modules/contacts/commands-slots'
import { find } from '@/lib/modules/contacts/queries-find'
import { owner } from '@/tests/people'

/** Performs and answers the value; a refusal fails the test with its sentence. */
export async function done<I extends z.ZodType, O>(
  command: Command<I, O>,
  actor: Actor,
  input: Record<string, unknown>,
  now?: Date,
): Promise<O> {
  const result = await perform(command, actor, input, now ? { now } : {})
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.fieldSentences('en'))}`)
  return result.value
}

/** Performs what must be refused and answers the refusal's code. */
export async function refused<I extends z.ZodType, O>(
  command: Command<I, O>,
  actor: Actor,
  input: Record<string, unknown>,
  now?: Date,
) {
  const result = await perform(command, actor, input, now ? { now } : {})
  if (result.ok) throw new Error('expected a refusal')
  return result.refusal
}

type AccountWish = { name?: string; tier?: 'A' | 'B' | 'C'; restricted?: boolean; country?: string }

export const anAccount = async (
  actor: Actor,
  { name = '大安食品股份有限公司', tier = 'A', ...rest }: AccountWish = {},
) => (await done(open, actor, { name, kind: 'customer', tier, ...rest })).id

export const aPerson = async (actor: Actor, accountId: string, wish: Record<string, unknown> = {}) =>
  (await done(add, actor, { displayName: '王大明', ...wish, accountId })).id

export const aClaim = async (actor: Actor, accountId: string, personId: string, slot = 'decisionMaker') =>
  (await done(claimSlot, actor, { accountId, slot, personId })).id

/** The id of somebody's present post. */
export async function postOf(
  actor: Actor,
  personId: string,
  accountId: string,
): Promise<{ id: string; version: number }> {
  const [row] = await owner()<{ id: string; version: number }[]>`
    select id, version from affiliations where workspace_id = ${actor.workspaceId} and person_id = ${personId}
      and account_id = ${accountId} and to_day is null`
  if (!row) throw new Error('no such post')
  return row
}

/** What a picker offers, as one list. */
export const found = async (actor: Actor, wanted: Record<string, string>) =>
  (await ask(find, actor, wanted)).groups.flatMap((group) => group.items)
