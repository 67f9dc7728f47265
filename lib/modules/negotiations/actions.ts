'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'

export const openNegotiation = action(commands.open)
export const editNegotiation = action(commands.edit)
