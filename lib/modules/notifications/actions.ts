'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'

export const markNotificationRead = action(commands.markRead)
export const markAllNotificationsRead = action(commands.markAllRead)
export const setNotificationDigest = action(commands.setDigest)
