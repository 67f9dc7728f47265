import type { Actor } from '@/lib/kernel/actor'
import { add } from '@/lib/modules/contacts/commands'
import { hear } from '@/lib/modules/needs/commands'
import { takeSnapshot } from '@/lib/modules/negotiations/commands-evidence'
import { addCounterpart, seat, setConduct } from '@/lib/modules/negotiations/commands-people'
import { addInterest, linkNeed } from '@/lib/modules/negotiations/commands-preparation'
import { follow } from '@/tests/modules/sales/scene'
import { done } from '@/tests/modules/terms/scene'
import { person } from '@/tests/people'

type About = { actor: Actor; accountId: string; negotiationId: string }

/** One of everything that is prepared, with a right input for each command of the preparation. */
export async function fullPreparation({ actor, accountId, negotiationId }: About) {
  const aide = await person('accountManager', { id: actor.workspaceId }, { name: '周佳玲' })
  const { seatId } = await done(seat, actor, { negotiationId, memberId: aide.id, part: 'notes' })
  const buyer = await done(add, actor, { accountId, displayName: '李文華', title: '採購副理', points: [] })
  const other = await done(add, actor, { accountId, displayName: '張美玲', title: '會計', points: [] })
  const { counterpartId } = await done(addCounterpart, actor, { negotiationId, personId: buyer.id, part: 'decides' })
  await done(setConduct, actor, { negotiationId, language: 'zh-TW' })
  const { interestId } = await done(addInterest, actor, { negotiationId, side: 'us', text: '端架陳列' })
  await done(addInterest, actor, { negotiationId, side: 'us', text: '準時付款' })
  const said = { method: 'asking', verbatim: '旺季要先到貨' }
  const { id: needId } = await done(hear, actor, { accountId, title: '旺季先到貨', kind: 'delivery', ...said })
  await done(linkNeed, actor, { negotiationId, needId })
  await follow(actor, [accountId], '2026-03-05', '2026-03-05')
  const figures = { kind: 'salesStatistics', months: '24', claim: '採購量逐年成長', issueId: null }
  const { evidenceId } = await done(takeSnapshot, actor, { negotiationId, ...figures })
  const market = {
    kind: 'market',
    title: '黃豆行情',
    claim: '原料上漲',
    note: '三月起上漲 8%',
    issueId: null,
    fileId: null,
    uploadId: null,
  }
  return {
    ids: { seatId, counterpartId, interestId },
    input: {
      'negotiations.seat': { part: 'observes' },
      'negotiations.unseat': {},
      'negotiations.addCounterpart': { personId: other.id, part: 'influences' },
      'negotiations.editCounterpart': { part: 'speaks', address: '李副理' },
      'negotiations.removeCounterpart': {},
      'negotiations.setConduct': { language: 'en', setting: 'ourOffice' },
      'negotiations.confirmConduct': { language: 'zh-TW', personIds: [buyer.id] },
      'negotiations.addInterest': { side: 'them', text: '庫存週轉' },
      'negotiations.editInterest': { text: '端架四期' },
      'negotiations.removeInterest': {},
      'negotiations.moveInterest': { to: 'down' },
      'negotiations.linkNeed': {},
      'negotiations.unlinkNeed': { needId },
      'negotiations.linkTerms': { termSheetId: null },
      'negotiations.tick': { points: ['nonverbal'] },
      'negotiations.takeSnapshot': figures,
      'negotiations.retakeSnapshot': { evidenceId },
      'negotiations.bringEvidence': market,
      'negotiations.removeEvidence': { evidenceId },
    },
  }
}
