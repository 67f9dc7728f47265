'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'
import * as advocacy from './commands-advocacy'
import * as answers from './commands-answers'
import * as anticipated from './commands-anticipated'
import * as consultation from './commands-consultation'
import * as methods from './commands-methods'
import * as plans from './commands-plans'
import * as procedures from './commands-procedures'
import * as voices from './commands-voices'

export const hearNeed = action(commands.hear)
export const editNeed = action(commands.edit)
export const describeNeed = action(commands.describe)
export const quantifyNeed = action(commands.quantify)
export const addSource = action(commands.addSource)
export const removeSource = action(commands.removeSource)
export const restoreSource = action(commands.restoreSource)
export const feedNeed = action(commands.feed)
export const closeNeed = action(commands.close)
export const reopenNeed = action(commands.reopen)
export const archiveNeed = action(commands.archive)
export const restoreNeed = action(commands.restore)
export const verifyNeed = action(answers.verify)
export const answerNeed = action(answers.answer)
export const removeAnswer = action(answers.removeAnswer)
export const advocateNeed = action(advocacy.advocate)
export const decideAdvocacy = action(advocacy.decide)
export const withdrawAdvocacy = action(advocacy.withdrawAdvocacy)
export const addMethod = action(methods.addMethod)
export const archiveMethod = action(methods.archiveMethod)
export const restoreMethod = action(methods.restoreMethod)
export const planMethod = action(plans.planMethod)
export const editStep = action(plans.editStep)
export const removeStep = action(plans.removeStep)
export const restoreStep = action(plans.restoreStep)
export const setAim = action(plans.setAim)
export const submitPlan = action(plans.submitPlan)
export const writeProcedure = action(procedures.writeProcedure)
export const submitProcedure = action(procedures.submitProcedure)
export const consult = action(consultation.consult)
export const sendLetter = action(consultation.sendLetter)
export const fileLetterAnswer = action(consultation.fileLetterAnswer)
export const anticipate = action(anticipated.anticipate)
export const removeAnticipation = action(anticipated.removeAnticipation)
export const scoreAnticipation = action(anticipated.score)
export const pursueAnticipation = action(anticipated.pursue)
export const leaveAnticipation = action(anticipated.leave)
export const setObjective = action(anticipated.setObjective)
export const reachObjective = action(anticipated.reach)
export const removeObjective = action(anticipated.removeObjective)
export const addVoice = action(voices.addVoice)
export const removeVoice = action(voices.removeVoice)
export const restoreVoice = action(voices.restoreVoice)
export const groupVoices = action(voices.groupVoices)
