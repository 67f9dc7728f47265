import type { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import type { Command } from '@/lib/kernel/command'
import { ask, perform } from '@/lib/kernel/perform'
import type { Query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { open } from '@/lib/modules/accounts/commands-open'
import { find } from '@/lib/modules/accounts/queries'
import { aWorkspace, newcomer, owner, person } from '@/tests/people'

type Raw = Readonly<Record<string, unknown>>

/** Performs and answers the value; a refusal fails the test with its sentence. */
export async function done<I extends z.ZodType, O>(
  command: Command<I, O>,
  actor: Actor,
  input: Raw,
  now?: Date,
): Promise<O> {
  const result = await perform(command, actor, input, now ? { now } : {})
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.fieldSentences('en'))}`)
  return result.value
}

/** Performs what must be refused and answers the refusal. */
export async function refused<I extends z.ZodType, O>(
  command: Command<I, O>,
  actor: Actor,
  input: Raw,
  now?: Date,
): Promise<Refusal> {
  const result = await perform(command, actor, input, now ? { now } : {})
  if (result.ok) throw new Error('expected a refusal')
  return result.refusal
}

export const codeOf = async <I extends z.ZodType, O>(command: Command<I, O>, actor: Actor, input: Raw, now?: Date) =>
  (await refused(command, actor, input, now)).code

/** What a query that must be refused is refused with. */
export async function denied<I extends z.ZodType, O>(query: Query<I, O>, actor: Actor, input: Raw): Promise<string> {
  try {
    await ask(query, actor, input)
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  throw new Error('expected a refusal')
}

/** An account of this actor; its id. */
export const anAccount = async (actor: Actor, wish: Raw = {}, now?: Date): Promise<string> =>
  (await done(open, actor, { name: '大安食品股份有限公司', kind: 'customer', ...wish }, now)).id

/** What is found by typing. */
export const found = async (actor: Actor, text: string) =>
  (await ask(find, actor, { q: text })).groups.flatMap(({ items }) => items.map(({ title }) => title))

/** A company with an account manager, their lead, a colleague, a manager, an assistant and an auditor; and a stranger. */
export async function aCompany() {
  const workspace = await aWorkspace()
  const lead = await person('salesLead', workspace, { name: '陳主管' })
  const mine = await person('accountManager', workspace, { name: '林怡君', reportsTo: lead })
  return {
    workspace,
    lead,
    mine,
    other: await person('accountManager', workspace, { name: '王大為' }),
    manager: await person('manager', workspace, { name: '張經理' }),
    assistant: await person('salesAssistant', workspace, { name: '李助理' }),
    auditor: await person('auditor', workspace, { name: '周稽核' }),
    stranger: await newcomer('manager'),
  }
}

/** The account as it stands in the database. */
export async function rowOf(actor: Actor, accountId: string): Promise<Record<string, unknown>> {
  const [row] = await owner()`select * from accounts where workspace_id = ${actor.workspaceId} and id = ${accountId}`
  if (!row) throw new Error('no such account')
  return row
}
