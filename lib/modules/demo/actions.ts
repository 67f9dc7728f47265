'use server'
import { action } from '@/lib/kernel/action'
import { remove } from './commands'

export const removeDemo = action(remove)
