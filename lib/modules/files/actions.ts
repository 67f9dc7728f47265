'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'

export const archiveFile = action(commands.archive)
export const restoreFile = action(commands.restore)
