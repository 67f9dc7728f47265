'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'
import * as edits from './commands-edit'
import * as plans from './commands-plans'
import * as steps from './commands-tasks'

export const logContact = action(commands.log)
export const editContact = action(edits.edit)
export const withdrawContact = action(commands.withdraw)
export const restoreContact = action(commands.restore)
export const markTwoWay = action(commands.markTwoWay)
export const planContact = action(plans.plan)
export const completePlan = action(plans.complete)
export const cancelPlan = action(plans.cancelPlan)
export const addStep = action(steps.addTask)
export const completeStep = action(steps.completeTask)
export const reopenStep = action(steps.reopenTask)
export const reassignStep = action(steps.reassignTask)
export const postponeStep = action(steps.postponeTask)
export const archiveStep = action(steps.archiveTask)
export const restoreStep = action(steps.restoreTask)
