import type { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import type { Command } from '@/lib/kernel/command'
import { perform } from '@/lib/kernel/perform'
import { open } from '@/lib/modules/accounts/commands-open'
import { add } from '@/lib/modules/contacts/commands'
import { newcomer } from '../people'

/** Does what somebody did before the journey begins, at the time at which they did it. */
export async function did<I extends z.ZodType, O>(
  command: Command<I, O>,
  actor: Actor,
  input: unknown,
  now = new Date(),
) {
  const result = await perform(command, actor, input, { now })
  if (!result.ok) throw new Error(`${command.name} ${result.refusal.code} ${JSON.stringify(result.refusal.fields)}`)
  return result.value
}

export const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

/** An account manager with one A-tier account and the person who decides there. */
export async function anAccountManager() {
  const actor = await newcomer('accountManager')
  const account = await did(open, actor, { name: '大安食品股份有限公司', kind: 'customer', tier: 'A' }, daysAgo(400))
  const person = await did(
    add,
    actor,
    {
      accountId: account.id,
      displayName: '羅美琪',
      givenName: '美琪',
      familyName: '羅',
      englishName: 'Maria',
      title: '採購協理',
      points: [],
    },
    daysAgo(400),
  )
  return { actor, accountId: account.id, personId: person.id }
}
