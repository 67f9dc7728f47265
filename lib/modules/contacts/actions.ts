'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'
import * as affiliations from './commands-affiliations'
import * as history from './commands-history'
import * as points from './commands-points'
import * as slots from './commands-slots'

export const addPerson = action(commands.add)
export const editPerson = action(commands.edit)
export const archivePerson = action(commands.archive)
export const restorePerson = action(commands.restore)
export const addPoint = action(points.addPoint)
export const editPoint = action(points.editPoint)
export const archivePoint = action(points.archivePoint)
export const restorePoint = action(points.restorePoint)
export const joinAccount = action(affiliations.join)
export const leaveAccount = action(affiliations.leave)
export const rejoinAccount = action(affiliations.rejoin)
export const moveAccount = action(affiliations.move)
export const editAffiliation = action(affiliations.editAffiliation)
export const claimSlot = action(slots.claimSlot)
export const clearSlot = action(slots.clearSlot)
export const confirmSlot = action(slots.confirmSlot)
export const reconfirmSlots = action(slots.reconfirm)
export const takeConfirmationBack = action(slots.takeConfirmationBack)
export const restoreValue = action(history.restoreValue)
