'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'
import * as addresses from './commands-addresses'
import * as bulk from './commands-bulk'
import * as history from './commands-history'
import * as notes from './commands-notes'
import * as opening from './commands-open'
import * as team from './commands-team'

export const openAccount = action(opening.open, { to: ({ id }) => `/accounts/${id}` })
export const editAccount = action(commands.edit)
export const assignOwner = action(commands.assignOwner)
export const archiveAccount = action(commands.archive)
export const restoreAccount = action(commands.restore)
export const assignAccounts = action(bulk.assignMany)
export const archiveAccounts = action(bulk.archiveMany)
export const restoreAccounts = action(bulk.restoreMany)
export const joinTeam = action(team.joinTeam)
export const leaveTeam = action(team.leaveTeam)
export const stayOnTeam = action(team.stayOnTeam)
export const addAddress = action(addresses.addAddress)
export const editAddress = action(addresses.editAddress)
export const archiveAddress = action(addresses.archiveAddress)
export const restoreAddress = action(addresses.restoreAddress)
export const noteCulture = action(notes.noteCulture)
export const archiveNote = action(notes.archiveNote)
export const restoreNote = action(notes.restoreNote)
export const setExternalId = action(notes.setExternalId)
export const removeExternalId = action(notes.removeExternalId)
export const tellApart = action(notes.tellApart)
export const restoreValue = action(history.restoreValue)
