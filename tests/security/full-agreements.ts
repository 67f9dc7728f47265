import type { Actor } from '@/lib/kernel/actor'
import { draft } from '@/lib/modules/agreements/commands'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { addSignatory } from '@/lib/modules/agreements/commands-signatories'
import { annual, aScan, look, readyAgreement, sentAgreement, submitted } from '@/tests/modules/agreements/scene'
import { done } from '@/tests/modules/terms/scene'

const payment = { heading: '付款', body: '月結 60 天', aspect: 'credit' }
const { kind, title, ...facts } = annual
const outline = { kind, title }

type People = { actor: Actor; colleague: Actor; accountId: string }

/** A drafted agreement with a clause, and a right input for each command about it. */
export async function fullAgreements({ actor, colleague, accountId }: People) {
  const { agreementId } = await done(draft, actor, { accountId, ...annual, ourName: '和泰食品股份有限公司' })
  const agreementVersionId = (await look(actor, agreementId)).latest.id
  const { clauseId } = await done(addClause, actor, { agreementVersionId, ...payment })
  const named = { side: 'us', name: '許文雄', method: 'seal' }
  const { signatoryId } = await done(addSignatory, actor, { agreementVersionId, ...named })
  const another = async () => {
    const { agreementId } = await done(draft, actor, { accountId, ...annual })
    const { latest } = await look(actor, agreementId)
    const workspace = { id: actor.workspaceId, name: '' }
    return { workspace, keeper: actor, manager: actor, agreementId, agreementVersionId: latest.id }
  }
  const [ready, sent] = [await readyAgreement(await another()), await sentAgreement(await another())]
  const { agreementVersionId: sentVersionId, signatoryIds } = sent
  const fileId = await aScan(actor)
  const waiting = await done(draft, actor, { accountId, ...annual, ourName: '和泰食品股份有限公司' })
  const waitingId = (await look(actor, waiting.agreementId)).latest.id
  await done(addClause, actor, { agreementVersionId: waitingId, ...payment })
  await submitted(actor, { agreementId: waiting.agreementId, agreementVersionId: waitingId })
  const { latest } = await look(actor, agreementId)
  return {
    ids: { agreementId, agreementVersionId, clauseId, signatoryId, backupId: colleague.id },
    input: {
      'agreements.draft': { direction: 'buy', paper: 'ours', ...outline, ...facts },
      'agreements.edit': outline,
      'agreements.setFacts': facts,
      'agreements.addClause': { ...payment, heading: '交貨' },
      'agreements.editClause': payment,
      'agreements.moveClause': { to: 'down' },
      'agreements.removeClause': {},
      'agreements.addSignatory': { ...named, name: '陳大安' },
      'agreements.removeSignatory': {},
      'agreements.sendOut': { agreementVersionId: ready.agreementVersionId, noticeGiven: 'true' },
      'agreements.recordSigned': { signatoryId: signatoryIds[0], signedOn: '2026-01-01', fileId },
      'agreements.recordDeclined': { signatoryId: signatoryIds[1], reason: '價格未定' },
      'agreements.recall': { agreementVersionId: sentVersionId, reason: '條文有誤' },
      'agreements.settle': { agreementVersionId: waitingId },
      'agreements.submit': { contentHash: latest.contentHash, reason: '年度換約' },
      'agreements.takeBack': { agreementVersionId: waitingId, reason: '折扣要改' },
    },
  }
}
