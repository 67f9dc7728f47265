'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'
import { measure } from './commands-measure'

export const addKpi = action(commands.add)
export const editKpi = action(commands.edit)
export const removeKpi = action(commands.remove)
export const setTarget = action(commands.setTarget)
export const setSeasonal = action(commands.setSeasonal)
export const dropTarget = action(commands.dropTarget)
export const measureKpi = action(measure)
