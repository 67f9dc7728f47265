import type { Actor } from '@/lib/kernel/actor'
import { open } from '@/lib/modules/terms/commands'
import { grantClaim, matchByHand, recordDeduction } from '@/lib/modules/terms/commands-deductions'
import { fileConfirmation } from '@/lib/modules/terms/commands-outline'
import { draftStandard, setStandardTerm } from '@/lib/modules/terms/commands-standards'
import { submit } from '@/lib/modules/terms/commands-submit'
import { setTerm } from '@/lib/modules/terms/commands-terms'
import { done } from '@/tests/modules/terms/scene'
import { owner } from '@/tests/people'

const net = { rule: 'net', number: '75' }
const grounds = { factors: ['marketPosition'], reason: '年採購量成長', condition: '全年採購額達 1,200 萬' }
const taken = { takenOn: '2026-06-01', amount: '1000', reasonCode: '19', documentKind: 'deduction' }
const granted = { reference: 'C-1', reasonCode: '19', grantedOn: '2026-05-01', amount: '2000', source: 'term' }

const answered = {
  language: 'zh-TW',
  method: 'meeting',
  answeredOn: '2026-06-30',
  note: '當場確認',
  fileId: null,
  personId: null,
}

/** A version within authority, so that nobody is asked. */
async function anApproved(actor: Actor, accountId: string, scopeName: string): Promise<string> {
  const about = { accountId, direction: 'sell', scope: 'brand', scopeName }
  const { versionId } = await done(open, actor, about)
  const value = { rule: 'net', number: '30' }
  await done(setTerm, actor, { versionId, code: 'paymentDays', value, ...grounds })
  await done(submit, actor, { versionId })
  return versionId
}

/** Everything of trade terms once, with a right input for each of its commands. */
export async function fullTerms(actor: Actor, accountId: string) {
  const { standardId } = await done(draftStandard, actor, { segment: '', direction: 'sell' })
  await done(setStandardTerm, actor, { standardId, code: 'priceNotice', value: { number: '30' } })
  const { versionId } = await done(open, actor, { accountId, direction: 'sell', scope: 'all' })
  await done(setTerm, actor, { versionId, code: 'paymentDays', value: net, ...grounds })
  const approvedId = await anApproved(actor, accountId, '晨光')
  const recordedId = await anApproved(actor, accountId, '夜光')
  await done(fileConfirmation, actor, { versionId: recordedId, ...answered })
  const [recorded] = await owner()<{ sheet_id: string }[]>`select sheet_id from term_versions where id = ${recordedId}`
  const { id: deductionId } = await done(recordDeduction, actor, { accountId, ...taken })
  const { id: claimId } = await done(grantClaim, actor, { accountId, ...granted })
  await done(matchByHand, actor, { deductionId, claimId, amount: '400' })
  return {
    ids: { versionId, standardId, deductionId, claimId },
    input: {
      'terms.open': { direction: 'buy', scope: 'all' },
      'terms.draft': { sheetId: recorded?.sheet_id, kind: 'amendment' },
      'terms.edit': { note: '調整' },
      'terms.setTerm': { code: 'annualRebate', value: { number: '2' }, ...grounds, evidenceId: null },
      'terms.removeTerm': { code: 'paymentDays' },
      'terms.submit': { reason: '請核准' },
      'terms.issueOutline': { versionId: approvedId, language: 'zh-TW', personId: null },
      'terms.fileConfirmation': { versionId: approvedId, ...answered },
      'terms.setStandardTerm': { code: 'paymentDays', value: net },
      'terms.removeStandardTerm': { code: 'priceNotice' },
      'terms.nameType': { code: 'displayFee', name: '端架費' },
      'terms.recordDeduction': taken,
      'terms.editDeduction': { ...taken, note: '補註' },
      'terms.grantClaim': { ...granted, reference: 'C-2' },
      'terms.drawClaims': { from: '2025-01-01', to: '2026-06-30' },
      'terms.matchOpen': {},
      'terms.matchByHand': { amount: '100' },
      'terms.dispute': { reason: '金額不符' },
      'terms.recover': { note: '已匯回' },
      'terms.writeOff': { reason: '金額太小' },
    },
  }
}
