'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'
import * as deductions from './commands-deductions'
import { drawClaims as draw } from './commands-expected'
import * as outline from './commands-outline'
import * as settling from './commands-settling'
import * as standards from './commands-standards'
import { submit } from './commands-submit'
import * as terms from './commands-terms'

const page = ({ accountId, versionId }: { accountId: string; versionId: string }) =>
  `/accounts/${accountId}/terms/${versionId}`

export const openSheet = action(commands.open, { to: page })
export const draftVersion = action(commands.draft, { to: page })
export const editVersion = action(commands.edit)
export const discardVersion = action(commands.discard, { to: ({ accountId }) => `/accounts/${accountId}/terms` })
export const setTerm = action(terms.setTerm, { to: page })
export const removeTerm = action(terms.removeTerm)
export const submitVersion = action(submit)
export const issueOutline = action(outline.issueOutline)
export const fileConfirmation = action(outline.fileConfirmation)
export const draftStandard = action(standards.draftStandard, {
  to: ({ standardId }) => `/terms/standards/${standardId}`,
})
export const setStandardTerm = action(standards.setStandardTerm, {
  to: ({ standardId }) => `/terms/standards/${standardId}`,
})
export const removeStandardTerm = action(standards.removeStandardTerm)
export const submitStandard = action(standards.submitStandard)
export const publishStandard = action(standards.publishStandard)
export const discardStandard = action(standards.discardStandard, { to: () => '/terms/standards' })
export const nameType = action(standards.nameType)
export const recordDeduction = action(deductions.recordDeduction, { to: ({ accountId }) => `/deductions/${accountId}` })
export const editDeduction = action(deductions.editDeduction)
export const grantClaim = action(deductions.grantClaim)
export const drawClaims = action(draw)
export const matchOpen = action(deductions.matchOpen)
export const matchByHand = action(deductions.matchByHand)
export const unmatch = action(deductions.unmatch)
export const disputeDeduction = action(settling.dispute)
export const acceptDeduction = action(settling.accept)
export const recoverDeduction = action(settling.recover)
export const writeOffDeduction = action(settling.writeOff)
