'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'
import * as breaches from './commands-breaches'
import { measure } from './commands-measure'

export const addKpi = action(commands.add)
export const editKpi = action(commands.edit)
export const removeKpi = action(commands.remove)
export const setTarget = action(commands.setTarget)
export const setSeasonal = action(commands.setSeasonal)
export const dropTarget = action(commands.dropTarget)
export const measureKpi = action(measure)
export const moveBreach = action(breaches.moveBreach)
export const explainBreach = action(breaches.explainBreach)
export const verifyBreach = action(breaches.verifyBreach)
export const addBreachAction = action(breaches.addAction)
export const finishBreachAction = action(breaches.finishAction)
export const dropBreachAction = action(breaches.dropAction)
