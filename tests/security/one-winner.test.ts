import { describe, expect, it } from 'vitest'
import { perform } from '@/lib/kernel/perform'
import { catalogue } from '@/lib/modules/registry'
import { owner } from '@/tests/people'
import { definition, kpiTerms } from './full-kpis'
import { aFullWorkspace } from './full-workspace'

const at = 50
/** For every command that edits a version: the field in which fifty people write something different at once. */
const fields: Readonly<Record<string, (n: number, wish: Readonly<Record<string, unknown>>) => object>> = {
  'accounts.edit': (n) => ({ note: `第${n}個` }),
  'contacts.edit': (n) => ({ note: `第${n}個` }),
  'contacts.editAffiliation': (n) => ({ title: `第${n}個` }),
  'interactions.edit': (n) => ({ summary: `第${n}個` }),
  'products.edit': (n) => ({ note: `第${n}個` }),
  'products.editList': (n) => ({ note: `第${n}個` }),
  'accounts.editAddress': (n) => ({ kind: 'office', city: '臺北市', line: `和平東路 ${n} 號` }),
  'contacts.editPoint': (n) => ({ kind: 'mobile', value: `0912-345-${600 + n}` }),
  'interactions.postponeTask': (n) => ({ dueOn: new Date(Date.UTC(2027, 0, 5 + n)).toISOString().slice(0, 10) }),
  'workspace.setTier': (n) => ({ contactEveryDays: 20 + n }),
  'workspace.editMember': (n) => ({ name: `第${n}個` }),
  'needs.edit': (n) => ({ title: `第${n}個` }),
  'needs.describe': (n) => ({ context: `第${n}個` }),
  'needs.quantify': (n) => ({ target: String(90 + n / 10) }),
  'needs.editStep': (n) => ({ why: `第${n}個` }),
  'promotions.edit': (n) => ({ title: `第${n}個` }),
  'promotions.changeFund': (n) => ({ amount: String(90_000 + n) }),
  'pricing.editRule': (n) => ({ note: `第${n}個` }),
  'pricing.editPolicy': (n) => ({ title: `第${n}個` }),
  'pricing.editRebate': (n) => ({ name: `第${n}個` }),
  'negotiations.editNotice': (n) => ({ message: `第${n}個` }),
  'negotiations.writeDebrief': (n) => ({ lesson: `第${n}個` }),
  'negotiations.edit': (n) => ({ kind: 'annualTerms', title: '年度條件', purpose: `第${n}個` }),
  'negotiations.editAlternative': (n) => ({ name: `第${n}個` }),
  'negotiations.editFocus': (n) => ({ name: `第${n}個` }),
  'negotiations.setStance': (n) => ({ stance: 'against', reason: `第${n}個` }),
  'negotiations.editIssue': (n) => ({ name: `第${n}個`, kind: 'numeric' }),
  'negotiations.planConcessions': (n) => ({ reservation: String(50 + n), atOnce: '0', exponent: '1', rounds: '5' }),
  'negotiations.setStakes': (n, { stakes }) => ({
    stakes: (stakes as object[]).map((line) => ({ ...line, target: String(100 + n) })),
  }),
  'negotiations.editCounterpart': (n) => ({ part: 'decides', style: `第${n}個` }),
  'negotiations.editInterest': (n) => ({ text: `第${n}個` }),
  'negotiations.setConduct': (n) => ({ language: 'zh-TW', venue: `第${n}個` }),
  // The number of the last offer, rather than a row's version.
  'negotiations.recordOffer': (n) => ({ version: 7, note: `第${n}個` }),
  'negotiations.changeOffer': (n) => ({ note: `第${n}個` }),
  'negotiations.editTalk': (n) => ({ asked: '每箱降 2 元', gave: `第${n}個`, got: null, result: 'partly' }),
  'negotiations.setThresholds': (n) => ({ formalFrom: String(5_000_001 + n), noticeDays: '2' }),
  'agreements.edit': (n) => ({ kind: 'annualTerms', title: `第${n}份` }),
  'agreements.setFacts': (n) => ({ venue: `第${n}個` }),
  'agreements.editAmendment': (n) => ({
    ...{ kind: 'amendment', validFrom: '2026-07-01', retroactiveReason: '已談定' },
    reason: `第${n}個原因`,
  }),
  'agreements.editTemplate': (n) => ({
    ...{ name: '範本', kind: 'nda', form: 'standardContract', direction: 'sell', clauseCodes: ['own'] },
    englishName: `Template ${n}`,
  }),
  'agreements.setSettings': (n) => ({ retentionYears: '10', acknowledgeDays: '3', ourName: `第${n}個` }),
  'agreements.editClause': (n) => ({ heading: '付款', body: `第${n}個`, aspect: 'credit' }),
  'agreements.editObligation': (n) => ({ text: `第${n}份報表` }),
  'kpis.explainBreach': (n) => ({ causeKind: 'logistics', cause: `第${n}個` }),
  'kpis.openReport': (n) => ({ opening: `第${n}個` }),
  'kpis.editReportLine': (n) => ({ label: '到貨', text: `第${n}個`, included: 'true' }),
  'kpis.redefine': (n) => ({ ...definition, exclusions: `第${n}個` }),
  'kpis.edit': (n) => ({ ...kpiTerms, consequenceNote: `第${n}個` }),
  'terms.edit': (n) => ({ note: `第${n}個` }),
  'terms.setTerm': (n) => ({ code: 'paymentDays', value: { rule: 'net', number: '75' }, reason: `第${n}個` }),
  'terms.setStandardTerm': (n) => ({ value: { rule: 'net', number: String(30 + n) } }),
  'terms.editDeduction': (n) => ({ note: `第${n}個` }),
}
/** The table whose row's version counts, and the input that names the row. */
const versions: Readonly<Record<string, readonly [table: string, field: string]>> = {
  'products.editList': ['price_lists', 'priceListId'],
  'needs.edit': ['needs', 'needId'],
  'needs.describe': ['needs', 'needId'],
  'needs.quantify': ['needs', 'needId'],
  'needs.editStep': ['need_plan_steps', 'stepId'],
  'promotions.edit': ['promotions', 'promotionId'],
  'promotions.changeFund': ['promotion_funds', 'fundId'],
  'pricing.editRule': ['price_rules', 'ruleId'],
  'pricing.editPolicy': ['price_policies', 'policyId'],
  'pricing.editRebate': ['rebate_programmes', 'rebateId'],
  'agreements.edit': ['agreements', 'agreementId'],
  'agreements.setFacts': ['agreement_versions', 'agreementVersionId'],
  'agreements.editClause': ['agreement_clauses', 'clauseId'],
  'agreements.editObligation': ['obligations', 'obligationId'],
  'kpis.edit': ['kpis', 'kpiId'],
  'agreements.editAmendment': ['agreement_versions', 'agreementVersionId'],
  'agreements.editTemplate': ['agreement_templates', 'agreementTemplateId'],
  'kpis.explainBreach': ['kpi_breaches', 'breachId'],
  'kpis.openReport': ['client_reports', 'reportId'],
  'kpis.editReportLine': ['client_report_lines', 'reportLineId'],
  'kpis.redefine': ['kpi_definitions', 'kpiDefinitionId'],
  'negotiations.edit': ['negotiations', 'negotiationId'],
  'negotiations.editAlternative': ['negotiation_alternatives', 'alternativeId'],
  'negotiations.editNotice': ['negotiation_notices', 'noticeId'],
  'negotiations.editFocus': ['focus_themes', 'focusId'],
  'negotiations.setStance': ['negotiation_issues', 'issueId'],
  'negotiations.editIssue': ['negotiation_issues', 'issueId'],
  'negotiations.editCounterpart': ['negotiation_counterparts', 'counterpartId'],
  'negotiations.editInterest': ['negotiation_interests', 'interestId'],
  'negotiations.setConduct': ['negotiations', 'negotiationId'],
  'negotiations.changeOffer': ['negotiation_offers', 'offerId'],
  'negotiations.editTalk': ['negotiations', 'negotiationId'],
  'terms.edit': ['term_versions', 'versionId'],
  'terms.setStandardTerm': ['standard_terms', 'standardId'],
  'terms.editDeduction': ['deductions', 'deductionId'],
}
/** What only switches a state or a holder, so that there is no text to lose. */
const switches = [
  'workspace.chargeMember',
  'accounts.assignOwner',
  'accounts.archive',
  'accounts.restore',
  'interactions.reassignTask',
  'products.archive',
  'products.restore',
  'promotions.agree',
  'promotions.cancel',
  'promotions.settle',
  'imports.map',
  'imports.run',
]
const versioned = [...catalogue.commands.values()]
  .filter(({ input }) => 'shape' in input && 'version' in (input.shape as object))
  .map(({ name }) => name)

async function versionOf(name: string, wish: Readonly<Record<string, unknown>>): Promise<number> {
  const [table, field] = versions[name] ?? []
  if (!table || !field) return 1
  const [row] = await owner().unsafe<{ version: number }[]>(`select version from ${table} where id = $1`, [
    String(wish[field]),
  ])
  return row?.version ?? 1
}

describe('fifty people save the same version at once', async () => {
  it('of everything that has one', () =>
    expect(versioned.filter((name) => !(name in fields) && !switches.includes(name))).toEqual([]))

  it.each(Object.keys(fields))('%s: one wins, the others are told and keep what they wrote', async (name) => {
    const { actor, ids, input } = await aFullWorkspace()
    const command = catalogue.commands.get(name)
    if (!command) throw new Error(name)
    const known = Object.keys((command.input as unknown as { shape: object }).shape)
    const own = Object.fromEntries(Object.entries(ids).filter(([field]) => known.includes(field)))
    const wish: Readonly<Record<string, unknown>> = { ...own, ...input[name] }
    const version = await versionOf(name, wish)
    const results = await Promise.all(
      Array.from({ length: at }, (_, n) => perform(command, actor, { ...wish, version, ...fields[name]?.(n, wish) })),
    )
    const codes = results.map((result) => (result.ok ? 'won' : result.refusal.code))
    expect(codes.filter((code) => code === 'won')).toHaveLength(1)
    expect(new Set(codes)).toEqual(new Set(['won', 'changedMeanwhile']))
  })
})
