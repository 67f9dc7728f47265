import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { draft } from '@/lib/modules/agreements/commands'
import { answerAdvice, askAdvice } from '@/lib/modules/agreements/commands-advice'
import { amend } from '@/lib/modules/agreements/commands-amendments'
import { addClause, removeClause } from '@/lib/modules/agreements/commands-clauses'
import { addLibraryClause } from '@/lib/modules/agreements/commands-library'
import { propose } from '@/lib/modules/agreements/commands-proposals'
import { askReaders } from '@/lib/modules/agreements/commands-readers'
import { markSealed, requestSeal, sendOriginal } from '@/lib/modules/agreements/commands-seals'
import { setSettings } from '@/lib/modules/agreements/commands-settings'
import { addSignatory } from '@/lib/modules/agreements/commands-signatories'
import { addTemplate } from '@/lib/modules/agreements/commands-templates'
import { beginText } from '@/lib/modules/agreements/commands-text'
import { advice } from '@/lib/modules/agreements/queries-advice'
import { drafting } from '@/lib/modules/agreements/queries-drafting'
import {
  annual,
  aScan,
  inForce,
  libraryWords,
  look,
  paperHash,
  readyAgreement,
  sentAgreement,
  submitted,
} from '@/tests/modules/agreements/scene'
import { done } from '@/tests/modules/terms/scene'
import { owner } from '@/tests/people'

const payment = { heading: '付款', body: '月結 60 天', aspect: 'credit' }
const { kind, title, ...facts } = annual
const outline = { kind, title }

/** Terms that hold for whatever we buy, long since. */
const keptTerms = ({ workspaceId, id }: Actor) => owner()`
  insert into standard_terms (workspace_id, id, direction, number, valid_from, content, content_hash, drafted_by, published_at)
  values (${workspaceId}, gen_random_uuid(), 'buy', 1, '2020-01-01', ${owner().json({ chequeTenor: { kind: 'days', number: '30' } })},
    '-', ${id}, now())`

type People = { actor: Actor; colleague: Actor; accountId: string }

/** A drafted agreement with a clause, and a right input for each command about it. */
export async function fullAgreements({ actor, colleague, accountId }: People) {
  const { agreementId } = await done(draft, actor, { accountId, ...annual, ourName: '和泰食品股份有限公司' })
  const agreementVersionId = (await look(actor, agreementId)).latest.id
  const { clauseId } = await done(addClause, actor, { agreementVersionId, ...payment })
  const { clauseId: removedId } = await done(addClause, actor, { agreementVersionId, ...payment, heading: '退貨' })
  await done(removeClause, actor, { clauseId: removedId })
  const named = { side: 'us', name: '許文雄', method: 'seal' }
  const { signatoryId } = await done(addSignatory, actor, { agreementVersionId, ...named })
  const another = async () => {
    const { agreementId } = await done(draft, actor, { accountId, ...annual })
    const { latest } = await look(actor, agreementId)
    const workspace = { id: actor.workspaceId, name: '' }
    return { workspace, keeper: actor, manager: actor, agreementId, agreementVersionId: latest.id }
  }
  const [ready, sent] = [await readyAgreement(await another()), await sentAgreement(await another(), 'electronic')]
  const { agreementVersionId: sentVersionId, signatoryIds } = sent
  const fileId = await aScan(actor)
  const sealed = { seals: ['company'], copies: '2', acrossPages: 'true' }
  const { agreementVersionId: sealedVersionId } = await sentAgreement(await another())
  const aSeal = async (agreementVersionId: string) =>
    (await done(requestSeal, actor, { agreementVersionId, ...sealed })).agreementSealId
  const awayId = await aSeal(sealedVersionId)
  await done(markSealed, actor, { agreementSealId: awayId, sealedOn: '2026-01-01' })
  await done(sendOriginal, actor, { agreementSealId: awayId, sentOn: '2026-01-01', dueBackOn: '2026-01-15' })
  const agreementSealId = await aSeal(sealedVersionId)
  const waiting = await done(draft, actor, { accountId, ...annual, ourName: '和泰食品股份有限公司' })
  const waitingId = (await look(actor, waiting.agreementId)).latest.id
  await done(addClause, actor, { agreementVersionId: waitingId, ...payment })
  await submitted(actor, { agreementId: waiting.agreementId, agreementVersionId: waitingId })
  const question = { discipline: 'legal', question: '獨家是否可行？', dueOn: '2030-12-31', advisorName: '張律師' }
  const anAdvice = async () => (await done(askAdvice, actor, { agreementVersionId, ...question })).adviceId
  const adviceId = await anAdvice()
  const answered = await anAdvice()
  await done(answerAdvice, actor, { adviceId: answered, recommendation: 'proceed', answer: '可行' })
  const exclusive = { heading: '獨家', body: '獨家供應', aspect: 'legal', tags: ['exclusivity'] }
  await done(addClause, actor, { agreementVersionId, ...exclusive })
  const { suggestions } = await ask(advice, actor, { agreementId })
  const { latest } = await look(actor, agreementId)
  const { libraryClauseId } = await done(addLibraryClause, actor, { code: 'own', ...libraryWords })
  const template = { name: '範本', englishName: 'Template', kind: 'nda', form: 'standardContract', direction: 'sell' }
  const { agreementTemplateId } = await done(addTemplate, actor, { ...template, clauseCodes: ['own'] })
  await done(setSettings, actor, { retentionYears: '10', acknowledgeDays: '3' })
  const versionOf = async (about: object) => {
    const drafted = await done(draft, actor, { accountId, ...annual, ...about })
    return (await look(actor, drafted.agreementId)).latest.id
  }
  const [empty, begun] = [await versionOf({}), await versionOf({})]
  await done(beginText, actor, { agreementVersionId: begun, agreementTemplateId })
  const [fromLibrary] = (await ask(drafting, actor, { agreementVersionId: begun })).library
  const theirs = await versionOf({ paper: 'theirs' })
  const bought = await versionOf({ direction: 'buy' })
  await keptTerms(actor)
  const [signed, amended] = [await inForce(await another()), await inForce(await another())]
  const change = { kind: 'amendment', validFrom: '2026-07-01', reason: '改每週到貨', retroactiveReason: '已談定' }
  const { agreementVersionId: amendmentId } = await done(amend, actor, { agreementId: amended.agreementId, ...change })
  const idea = { side: 'them', stance: 'for', text: '每週到貨' }
  const { agreementProposalId } = await done(propose, actor, { agreementId, ...idea })
  const read = { agreementVersionId: signed.agreementVersionId }
  await done(askReaders, actor, { ...read, memberIds: [actor.id] })
  return {
    ids: {
      adviceId,
      ...{ libraryClauseId, agreementTemplateId, agreementId, agreementVersionId, clauseId, signatoryId },
      agreementSealId,
      agreementProposalId,
      backupId: colleague.id,
      custodianId: colleague.id,
    },
    input: {
      'agreements.draft': { direction: 'buy', paper: 'ours', ...outline, ...facts },
      'agreements.edit': outline,
      'agreements.setFacts': facts,
      'agreements.addClause': { ...payment, heading: '交貨' },
      'agreements.editClause': payment,
      'agreements.moveClause': { to: 'down' },
      'agreements.removeClause': {},
      'agreements.restoreClause': { clauseId: removedId },
      'agreements.amend': { agreementId: signed.agreementId, ...change },
      'agreements.editAmendment': { agreementVersionId: amendmentId, ...change },
      'agreements.giveUpAmendment': { agreementVersionId: amendmentId, reason: '改以備忘錄處理' },
      'agreements.propose': idea,
      'agreements.decideProposal': { decision: 'declined', stateReason: '成本過高' },
      'agreements.askReaders': { ...read, memberIds: [colleague.id] },
      'agreements.acknowledge': { ...read, comment: '已知悉' },
      'agreements.addSignatory': { ...named, name: '陳大安' },
      'agreements.removeSignatory': {},
      'agreements.recordProvisional': { provisionalTerms: '沿用舊約', provisionalNote: '來信' },
      'agreements.askPaper': {},
      'agreements.takeTerms': { agreementVersionId: bought },
      'agreements.dropTerms': {},
      'agreements.sendOut': { agreementVersionId: ready.agreementVersionId, noticeGiven: 'true' },
      'agreements.recordSigned': { signatoryId: signatoryIds[0], signedOn: '2026-01-01', fileId },
      'agreements.recordDeclined': { signatoryId: signatoryIds[1], reason: '價格未定' },
      'agreements.sendSigningLink': { signatoryId: signatoryIds[1] },
      'agreements.requestSeal': { agreementVersionId: ready.agreementVersionId, ...sealed },
      'agreements.markSealed': { sealedOn: '2026-01-01' },
      'agreements.sendOriginal': { sentOn: '2026-01-01', dueBackOn: '2026-01-15' },
      'agreements.returnOriginal': { agreementSealId: awayId, returnedOn: '2026-01-02', fileId: await aScan(actor) },
      'agreements.withdrawSeal': {},
      'agreements.signOwn': {
        signatoryId: signatoryIds[0],
        shownHash: paperHash(),
        agreed: 'true',
        typedName: '許文雄',
      },
      'agreements.declineOwn': { signatoryId: signatoryIds[0], reason: '價格未定' },
      'agreements.recall': { agreementVersionId: sentVersionId, reason: '條文有誤' },
      'agreements.askAdvice': { ...question, advisorId: '' },
      'agreements.acceptAdvice': {},
      'agreements.declineAdvice': { because: '利益衝突' },
      'agreements.answerAdvice': { recommendation: 'proceed', answer: '可行' },
      'agreements.decideAdvice': { adviceId: answered, decision: 'followed' },
      'agreements.waiveAdvice': { reason: '不需要' },
      'agreements.waiveSuggestion': {
        clauseKey: suggestions[0]?.clauseKey ?? '',
        trigger: 'exclusivity',
        reason: '不需要',
      },
      'agreements.cancelAdvice': {},
      'agreements.settle': { agreementVersionId: waitingId },
      'agreements.submit': { contentHash: latest.contentHash, reason: '年度換約' },
      'agreements.takeBack': { agreementVersionId: waitingId, reason: '折扣要改' },
      'agreements.addLibraryClause': { code: 'another', ...libraryWords },
      'agreements.reviseLibraryClause': libraryWords,
      'agreements.retireLibraryClause': {},
      'agreements.addTemplate': { ...template, name: '另一份', clauseCodes: ['own'] },
      'agreements.editTemplate': { ...template, clauseCodes: ['own'] },
      'agreements.retireTemplate': {},
      'agreements.beginText': { agreementVersionId: empty },
      'agreements.fillVariables': {},
      'agreements.takeWords': { clauseId: fromLibrary?.clauseId, words: 'fallback', deviationReason: '客戶要求' },
      'agreements.keepTheirPaper': {
        agreementVersionId: theirs,
        terms: [
          { heading: '付款', aspect: 'credit', value: '90 天', deviation: 'material', deviationReason: '對方制式' },
        ],
      },
      'agreements.setSettings': { retentionYears: '10', acknowledgeDays: '3' },
    },
  }
}
