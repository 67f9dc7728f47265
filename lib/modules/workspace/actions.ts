'use server'
import { action } from '@/lib/kernel/action'
import * as members from './commands-members'
import * as money from './commands-money'
import * as settings from './commands-settings'

export const addMember = action(members.addMember, { to: ({ id }) => `/settings/members/${id}` })
export const editMember = action(members.editMember)
export const chargeMember = action(members.chargeMember)
export const deactivateMember = action(members.deactivateMember)
export const inviteMember = action(members.inviteMember)
export const endMemberSessions = action(members.endMemberSessions)
export const reactivateMember = action(members.reactivateMember)
export const setTier = action(settings.setTier)
export const setCalendarDay = action(settings.setCalendarDay)
export const setCalendarDays = action(settings.setCalendarDays)
export const clearCalendarDay = action(settings.clearCalendarDay)
export const setCurrency = action(money.setCurrency)
export const setRate = action(money.setRate)
export const setRates = action(money.setRates)
export const setFiscalCalendar = action(money.setFiscalCalendar)
export const saveView = action(settings.saveView)
export const archiveView = action(settings.archiveView)
