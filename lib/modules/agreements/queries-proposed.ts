import { and, desc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { negotiations } from '@/db/schema/negotiations'
import type { Look } from '@/lib/kernel/command'
import { optionalId } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { findAccount } from '@/lib/modules/accounts/queries'
import { findOffices } from '@/lib/modules/accounts/queries-intake'
import type { NegotiationState } from '@/lib/modules/negotiations/model-states'
import { may } from './manifest'
import { findSettings } from './queries-settings'

const settled: NegotiationState[] = ['agreedInPrinciple', 'approved', 'documented', 'closed']

/** What a new agreement can begin with: the account, and what both companies are called. */
export const proposed = query({
  name: 'agreements.proposed',
  permission: may.draft,
  input: z.strictObject({ accountId: optionalId }),
  async run(look, { accountId }) {
    const [account, settings] = await Promise.all([accountId ? findAccount(look, accountId) : null, findSettings(look)])
    const office = account && (await findOffices(look, [account.id])).get(account.id)
    const { ourName, ourBusinessNumber, ourAddress, ourRepresentative } = settings
    return {
      negotiations: account ? await findSettled(look, account.id) : [],
      account: account && { id: account.id, name: account.name },
      facts: {
        ...{ ourName, ourBusinessNumber, ourAddress, ourRepresentative },
        theirName: account?.name ?? null,
        theirBusinessNumber: account?.businessNumber ?? null,
        theirAddress: office ? [office.postalCode, office.city, office.line].filter(Boolean).join('') || null : null,
      },
    }
  },
})

/** The latest talks with an account in which something was agreed: what a paper can write down. */
const findSettled = ({ tx, actor }: Look, accountId: string) =>
  tx
    .select({ id: negotiations.id, title: negotiations.title })
    .from(negotiations)
    .where(
      and(
        own(negotiations, actor),
        eq(negotiations.accountId, accountId),
        inArray(negotiations.state, settled),
        live(negotiations),
      ),
    )
    .orderBy(desc(negotiations.id))
    .limit(20)
