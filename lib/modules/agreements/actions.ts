'use server'
import { action } from '@/lib/kernel/action'
import type { FormState } from '@/lib/kernel/form-state'
import * as commands from './commands'
import * as advice from './commands-advice'
import * as amendments from './commands-amendments'
import * as annex from './commands-annex'
import * as approval from './commands-approval'
import * as cancelling from './commands-cancel'
import * as clauses from './commands-clauses'
import * as decisions from './commands-decisions'
import * as electronic from './commands-electronic'
import * as feeds from './commands-feed'
import * as holds from './commands-holds'
import * as library from './commands-library'
import * as lifecycle from './commands-lifecycle'
import * as obligations from './commands-obligations'
import * as occurrences from './commands-occurrences'
import * as papers from './commands-papers'
import * as proposals from './commands-proposals'
import * as provisional from './commands-provisional'
import * as readers from './commands-readers'
import * as seals from './commands-seals'
import * as settings from './commands-settings'
import * as signatories from './commands-signatories'
import { declineOnPage, objectOnPage, signOnPage } from './commands-signer'
import * as signing from './commands-signing'
import * as signingLinks from './commands-signing-links'
import * as templates from './commands-templates'
import * as text from './commands-text'
import * as their from './commands-their-paper'

export const draftAgreement = action(commands.draft)
export const editAgreement = action(commands.edit)
export const setFacts = action(commands.setFacts)
export const addClause = action(clauses.addClause)
export const editClause = action(clauses.editClause)
export const moveClause = action(clauses.moveClause)
export const removeClause = action(clauses.removeClause)
export const restoreClause = action(clauses.restoreClause)
export const addObligation = action(obligations.addObligation)
export const editObligation = action(obligations.editObligation)
export const removeObligation = action(obligations.removeObligation)
export const recordEvent = action(obligations.recordEvent)
export const submitOccurrence = action(occurrences.submitOccurrence)
export const acceptOccurrence = action(occurrences.acceptOccurrence)
export const rejectOccurrence = action(occurrences.rejectOccurrence)
export const cancelOccurrence = action(occurrences.cancelOccurrence)
export const waiveOccurrence = action(occurrences.waiveOccurrence)
export const logReminder = action(occurrences.logReminder)
export const addSignatory = action(signatories.addSignatory)
export const removeSignatory = action(signatories.removeSignatory)
export const sendOut = action(signing.sendOut)
export const recordSigned = action(signing.recordSigned)
export const recordDeclined = action(signing.recordDeclined)
export const recordProvisional = action(provisional.recordProvisional)
export const recallPaper = action(signing.recall)
export const takeTerms = action(annex.takeTerms)
export const dropTerms = action(annex.dropTerms)
export const askPaper = action(papers.askPaper)
export const requestSeal = action(seals.requestSeal)
export const markSealed = action(seals.markSealed)
export const sendOriginal = action(seals.sendOriginal)
export const returnOriginal = action(seals.returnOriginal)
export const withdrawSeal = action(seals.withdrawSeal)
export const askAdvice = action(advice.askAdvice)
export const acceptAdvice = action(advice.acceptAdvice)
export const declineAdvice = action(advice.declineAdvice)
export const answerAdvice = action(advice.answerAdvice)
export const decideAdvice = action(advice.decideAdvice)
export const waiveAdvice = action(advice.waiveAdvice)
export const waiveSuggestion = action(advice.waiveSuggestion)
export const cancelAdvice = action(advice.cancelAdvice)
export const submitAgreement = action(approval.submit)
export const takeBackAgreement = action(approval.takeBack)
export const addLibraryClause = action(library.addLibraryClause)
export const reviseLibraryClause = action(library.reviseLibraryClause)
export const retireLibraryClause = action(library.retireLibraryClause)
export const takeStarterLibrary = action(library.takeStarterLibrary)
export const addTemplate = action(templates.addTemplate)
export const editTemplate = action(templates.editTemplate)
export const retireTemplate = action(templates.retireTemplate)
export const setAgreementSettings = action(settings.setSettings)
export const beginText = action(text.beginText)
export const fillVariables = action(text.fillVariables)
export const takeWords = action(text.takeWords)
export const keepTheirPaper = action(their.keepTheirPaper)
export const amendAgreement = action(amendments.amend)
export const editAmendment = action(amendments.editAmendment)
export const giveUpAmendment = action(amendments.giveUpAmendment)
export const proposeChange = action(proposals.propose)
export const decideProposal = action(proposals.decideProposal)
export const askReaders = action(readers.askReaders)
export const acknowledgeVersion = action(readers.acknowledge)
export const decideRenewal = action(decisions.decideRenewal)
export const cancelAgreement = action(cancelling.cancel)
export const giveNotice = action(lifecycle.giveNotice)
export const suspendAgreement = action(lifecycle.suspend)
export const resumeAgreement = action(lifecycle.resume)
export const supersedeAgreement = action(lifecycle.supersede)
export const terminateAgreement = action(lifecycle.terminate)
export const putOnHold = action(holds.putOnHold)
export const releaseHold = action(holds.releaseHold)
export const renewFeed = action(feeds.renewFeed)
export const stopFeed = action(feeds.stopFeed)
export const sendSigningLink = action(signingLinks.sendSigningLink)
export const signOwn = action(electronic.signOwn)
export const declineOwn = action(electronic.declineOwn)
export async function signPaper(before: FormState<null>, form: FormData) {
  return signOnPage(before, form)
}
export async function declinePaper(before: FormState<null>, form: FormData) {
  return declineOnPage(before, form)
}
export async function objectToElectronic(before: FormState<null>, form: FormData) {
  return objectOnPage(before, form)
}
