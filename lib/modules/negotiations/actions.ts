'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'
import * as inputs from './commands-inputs'
import * as states from './commands-states'

export const openNegotiation = action(commands.open)
export const editNegotiation = action(commands.edit)
export const askColleague = action(inputs.askColleague)
export const acceptInput = action(inputs.acceptInput)
export const answerInput = action(inputs.answer)
export const declineInput = action(inputs.decline)
export const cancelInput = action(inputs.cancelInput)
export const disposeInput = action(inputs.dispose)
export const waiveInputs = action(inputs.waive)
export const prepareNegotiation = action(states.prepare)
export const suspendNegotiation = action(states.suspend)
export const resumeNegotiation = action(states.resume)
export const endNegotiation = action(states.endWithoutDeal)
export const closeNegotiation = action(states.close)
