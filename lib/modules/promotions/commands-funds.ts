import { promotionFunds } from '@/db/schema/promotions'
import { command } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { findAccount } from '@/lib/modules/accounts/queries'
import { may } from './manifest'
import { messages } from './messages'
import { changeFundInput, openFundInput } from './model'
import { findTaken, hasFundNamed, holdFund } from './queries-held'
import { mustHaveFreeName, mustMayPlan, mustNotBeArchived, mustStillCover } from './rules'

const funds = { permission: may.fund, messages, refreshes: ['/promotions/funds', '/promotions/[promotionId]'] }

/** Sets money aside for promotions with a client. */
export const openFund = command({
  name: 'promotions.openFund',
  ...funds,
  input: openFundInput,
  async run(work, input) {
    const account = await findAccount(work, input.accountId)
    mustMayPlan(work.actor, [account])
    mustNotBeArchived(account)
    mustHaveFreeName(await hasFundNamed(work, account.id, input.name, null), input.name)
    const { id } = await insertRow(work, promotionFunds, input)
    return { id }
  },
})

/** Changes a fund's name or amount, never below what promotions take out of it already. */
export const changeFund = command({
  name: 'promotions.changeFund',
  ...funds,
  input: changeFundInput,
  async run(work, { fundId, version, ...patch }) {
    const fund = await holdFund(work, fundId)
    if (!fund) throw new Refusal('notFound')
    mustMayPlan(work.actor, [await findAccount(work, fund.accountId)])
    if (patch.name) mustHaveFreeName(await hasFundNamed(work, fund.accountId, patch.name, fundId), patch.name)
    if (patch.amount) mustStillCover(fund, patch.amount, (await findTaken(work, [fundId])).get(fundId) ?? '0')
    const named = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    await changeRow(work, promotionFunds, { id: fundId, version }, named)
    return { id: fundId }
  },
})
