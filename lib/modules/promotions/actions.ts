'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'
import * as funds from './commands-funds'
import * as results from './commands-results'

export const planPromotion = action(commands.plan, { to: ({ id }) => `/promotions/${id}` })
export const editPromotion = action(commands.edit)
export const agreePromotion = action(commands.agree)
export const cancelPromotion = action(commands.cancel)
export const settlePromotion = action(commands.settle)
export const keepSales = action(results.keepSales)
export const recordResult = action(results.recordResult)
export const decideDirection = action(results.decide)
export const openFund = action(funds.openFund)
export const changeFund = action(funds.changeFund)
