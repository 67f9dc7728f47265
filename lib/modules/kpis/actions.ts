'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'
import * as breaches from './commands-breaches'
import { nameClause as name } from './commands-clause'
import * as definitions from './commands-definitions'
import { measure } from './commands-measure'
import { fileLineReply as fileLine } from './commands-report-replies'
import * as reports from './commands-reports'
import * as sharing from './commands-sharing'

export const addKpi = action(commands.add)
export const editKpi = action(commands.edit)
export const removeKpi = action(commands.remove)
export const setTarget = action(commands.setTarget)
export const setSeasonal = action(commands.setSeasonal)
export const dropTarget = action(commands.dropTarget)
export const nameClause = action(name)
export const measureKpi = action(measure)
export const moveBreach = action(breaches.moveBreach)
export const explainBreach = action(breaches.explainBreach)
export const verifyBreach = action(breaches.verifyBreach)
export const addBreachAction = action(breaches.addAction)
export const finishBreachAction = action(breaches.finishAction)
export const dropBreachAction = action(breaches.dropAction)
export const shareValues = action(sharing.share)
export const fileReply = action(sharing.fileReply)
export const defineKpi = action(definitions.define)
export const redefineKpi = action(definitions.redefine)
export const setRetired = action(definitions.setRetired)
export const planReports = action(reports.planReports)
export const draftReport = action(reports.draftReport)
export const openReport = action(reports.openReport)
export const addReportLine = action(reports.addReportLine)
export const editReportLine = action(reports.editReportLine)
export const sendReport = action(reports.sendReport)
export const fileLineReply = action(fileLine)
