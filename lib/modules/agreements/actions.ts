'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'
import * as clauses from './commands-clauses'

export const draftAgreement = action(commands.draft)
export const editAgreement = action(commands.edit)
export const setFacts = action(commands.setFacts)
export const addClause = action(clauses.addClause)
export const editClause = action(clauses.editClause)
export const moveClause = action(clauses.moveClause)
export const removeClause = action(clauses.removeClause)
