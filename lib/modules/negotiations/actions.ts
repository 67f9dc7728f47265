'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'
import * as alternatives from './commands-alternatives'
import * as comparisons from './commands-comparisons'
import * as debriefs from './commands-debriefs'
import { dropPoint as drop } from './commands-dropping'
import * as entries from './commands-entries'
import * as evidence from './commands-evidence'
import * as focus from './commands-focus'
import * as inputs from './commands-inputs'
import * as issues from './commands-issues'
import * as light from './commands-light'
import * as mandate from './commands-mandate'
import * as observations from './commands-observations'
import * as offers from './commands-offers'
import * as outcomes from './commands-outcome'
import * as people from './commands-people'
import * as plans from './commands-plan'
import * as prepare from './commands-preparation'
import * as results from './commands-results'
import * as stakes from './commands-stakes'
import * as states from './commands-states'
import * as trades from './commands-trades'

export const openNegotiation = action(commands.open)
export const editNegotiation = action(commands.edit)
export const dropPoint = action(drop)
export const askColleague = action(inputs.askColleague)
export const acceptInput = action(inputs.acceptInput)
export const answerInput = action(inputs.answer)
export const declineInput = action(inputs.decline)
export const cancelInput = action(inputs.cancelInput)
export const disposeInput = action(inputs.dispose)
export const waiveInputs = action(inputs.waive)
export const prepareNegotiation = action(states.prepare)
export const suspendNegotiation = action(states.suspend)
export const resumeNegotiation = action(states.resume)
export const endNegotiation = action(states.endWithoutDeal)
export const closeNegotiation = action(states.close)
export const seatMember = action(people.seat)
export const unseatMember = action(people.unseat)
export const addCounterpart = action(people.addCounterpart)
export const editCounterpart = action(people.editCounterpart)
export const removeCounterpart = action(people.removeCounterpart)
export const setConduct = action(people.setConduct)
export const confirmConduct = action(people.confirmConduct)
export const addInterest = action(prepare.addInterest)
export const editInterest = action(prepare.editInterest)
export const removeInterest = action(prepare.removeInterest)
export const moveInterest = action(prepare.moveInterest)
export const linkNeed = action(prepare.linkNeed)
export const unlinkNeed = action(prepare.unlinkNeed)
export const linkTerms = action(prepare.linkTerms)
export const tickChecklist = action(prepare.tick)
export const takeSnapshot = action(evidence.takeSnapshot)
export const retakeSnapshot = action(evidence.retakeSnapshot)
export const bringEvidence = action(evidence.bringEvidence)
export const removeEvidence = action(evidence.removeEvidence)
export const addIssue = action(issues.addIssue)
export const editIssue = action(issues.editIssue)
export const moveIssue = action(issues.moveIssue)
export const removeIssue = action(issues.removeIssue)
export const setStakes = action(stakes.setStakes)
export const rankIssues = action(stakes.rankIssues)
export const judgeEqual = action(comparisons.judgeEqual)
export const askMandate = action(mandate.askMandate)
export const withdrawMandate = action(mandate.withdrawMandate)
export const addAlternative = action(alternatives.addAlternative)
export const editAlternative = action(alternatives.editAlternative)
export const removeAlternative = action(alternatives.removeAlternative)
export const recordOffer = action(offers.recordOffer)
export const changeOffer = action(offers.changeOffer)
export const stepOffer = action(offers.stepOffer)
export const acceptOffer = action(offers.acceptOffer)
export const reissueOffer = action(offers.reissueOffer)
export const pairMoves = action(trades.pairMoves)
export const leaveUnpaired = action(trades.leaveUnpaired)
export const undoTrade = action(trades.undoTrade)
export const logRound = action(entries.logRound)
export const submitPackage = action(outcomes.submitPackage)
export const reopenNegotiation = action(outcomes.reopen)
export const documentOutcome = action(outcomes.document)
export const planConcessions = action(plans.planConcessions)
export const draftNotices = action(results.draftNotices)
export const addNotice = action(results.addNotice)
export const editNotice = action(results.editNotice)
export const removeNotice = action(results.removeNotice)
export const sendNotice = action(results.sendNotice)
export const acknowledgeNotice = action(results.acknowledge)
export const writeDebrief = action(debriefs.writeDebrief)
export const observeNegotiation = action(observations.observe)
export const logTalk = action(light.talk)
export const editTalk = action(light.editTalk)
export const setThresholds = action(light.setThresholds)
export const addFocus = action(focus.addFocus)
export const editFocus = action(focus.editFocus)
export const archiveFocus = action(focus.archiveFocus)
export const setStance = action(focus.setStance)
export const consentFocus = action(focus.consentFocus)
