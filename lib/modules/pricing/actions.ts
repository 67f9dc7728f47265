'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'
import * as deals from './commands-deals'
import * as exceptions from './commands-exceptions'
import * as floors from './commands-floors'
import * as policy from './commands-policy'
import * as rebates from './commands-rebates'

export const setRule = action(commands.setRule)
export const editRule = action(commands.editRule)
export const archiveRule = action(commands.archiveRule)
export const restoreRule = action(commands.restoreRule)
export const draftPolicy = action(policy.draftPolicy)
export const editPolicy = action(policy.editPolicy)
export const submitPolicy = action(policy.submitPolicy)
export const archivePolicy = action(policy.archivePolicy)
export const acknowledgePolicy = action(policy.acknowledgePolicy)
export const setFloor = action(floors.setFloor)
export const archiveFloor = action(floors.archiveFloor)
export const askException = action(exceptions.askException)
export const withdrawException = action(exceptions.withdrawException)
export const checkPrices = action(deals.checkPrices)
export const submitDeal = action(deals.submitDeal)
export const withdrawDeal = action(deals.withdrawDeal)
export const setRebate = action(rebates.setRebate)
export const editRebate = action(rebates.editRebate)
export const archiveRebate = action(rebates.archiveRebate)
