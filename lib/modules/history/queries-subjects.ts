import { and, getTableName, inArray, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { accountAddresses, accountNotes, accounts, accountTeam } from '@/db/schema/accounts'
import {
  agreementClauses,
  agreementDecisions,
  agreementProposals,
  agreementReaders,
  agreementSeals,
  agreementSignatories,
  agreements,
  agreementVersions,
  obligationOccurrences,
  obligations,
} from '@/db/schema/agreements'
import { confirmations } from '@/db/schema/confirmations'
import { affiliations, contactPoints, keyContacts, people } from '@/db/schema/contacts'
import { files } from '@/db/schema/files'
import { interactionPeople, interactions, tasks } from '@/db/schema/interactions'
import {
  clientReportLines,
  clientReportPlans,
  clientReports,
  kpiActions,
  kpiBreaches,
  kpiMeasurements,
  kpis,
  kpiTargets,
} from '@/db/schema/kpis'
import { clientAnswers, clientLinks } from '@/db/schema/links'
import {
  accountObjectives,
  advocacies,
  anticipatedNeeds,
  consultations,
  consumerVoices,
  needAnswers,
  needPlanSteps,
  needPlans,
  needReviews,
  needSources,
  needs,
  needVerifications,
} from '@/db/schema/needs'
import {
  negotiationAlternatives,
  negotiationChecks,
  negotiationComparisons,
  negotiationCounterparts,
  negotiationDebriefs,
  negotiationEntries,
  negotiationEvidence,
  negotiationInputs,
  negotiationInterests,
  negotiationIssues,
  negotiationMandates,
  negotiationMembers,
  negotiationNeeds,
  negotiationNotices,
  negotiationObservations,
  negotiationOffers,
  negotiationPlans,
  negotiationReaders,
  negotiationStakes,
  negotiations,
  negotiationTrades,
  negotiationWaivers,
} from '@/db/schema/negotiations'
import {
  dealCheckLines,
  dealChecks,
  priceExceptions,
  pricePolicies,
  pricePolicyReadings,
  priceRules,
  rebateProgrammes,
} from '@/db/schema/pricing'
import { productCosts, products, productUnits } from '@/db/schema/products'
import { promotionDirections, promotionResults, promotionSnapshots, promotions } from '@/db/schema/promotions'
import {
  deductionClaims,
  deductionMatches,
  deductions,
  termDepartures,
  termNeeds,
  termSheets,
  termVersions,
} from '@/db/schema/terms'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { joined, own } from '@/lib/kernel/own'
import type { Subject, SubjectKind } from './model'

type Pinned = PgTable & { workspaceId: AnyPgColumn; id: AnyPgColumn }
type Part = { table: Pinned; of: AnyPgColumn; whole: Whole }
type Whole = { kind: SubjectKind; table: Pinned; name: AnyPgColumn }

const account: Whole = { kind: 'account', table: accounts, name: accounts.name }
const person: Whole = { kind: 'person', table: people, name: people.displayName }
const interaction: Whole = { kind: 'interaction', table: interactions, name: interactions.summary }
const product: Whole = { kind: 'product', table: products, name: products.name }
const promotion: Whole = { kind: 'promotion', table: promotions, name: promotions.title }
const policy: Whole = { kind: 'pricePolicy', table: pricePolicies, name: pricePolicies.title }
const deal: Whole = { kind: 'dealCheck', table: dealChecks, name: dealChecks.title }
const need: Whole = { kind: 'need', table: needs, name: needs.title }

const agreement: Whole = { kind: 'agreement', table: agreements, name: agreements.title }
const negotiation: Whole = { kind: 'negotiation', table: negotiations, name: negotiations.title }

const negotiationParts: readonly (Pinned & { negotiationId: AnyPgColumn })[] = [
  negotiationAlternatives,
  negotiationChecks,
  negotiationComparisons,
  negotiationCounterparts,
  negotiationDebriefs,
  negotiationEntries,
  negotiationEvidence,
  negotiationInputs,
  negotiationInterests,
  negotiationIssues,
  negotiationMandates,
  negotiationMembers,
  negotiationNeeds,
  negotiationNotices,
  negotiationObservations,
  negotiationOffers,
  negotiationPlans,
  negotiationReaders,
  negotiationStakes,
  negotiationTrades,
  negotiationWaivers,
]

/** What the rows of each table are, or what they are a part of. Rows of other tables name no record of their own. */
const wholes: ReadonlyMap<string, Whole> = new Map([
  ['accounts', account],
  ['people', person],
  ['interactions', interaction],
  ['needs', need],
  ['agreements', agreement],
  ['negotiations', negotiation],
  ['products', product],
  ['promotions', promotion],
  ['price_policies', policy],
  ['deal_checks', deal],
  ['price_rules', { kind: 'priceRule', table: priceRules, name: priceRules.name }],
  ['price_exceptions', { kind: 'priceException', table: priceExceptions, name: priceExceptions.reason }],
  ['rebate_programmes', { kind: 'rebate', table: rebateProgrammes, name: rebateProgrammes.name }],
  ['tasks', { kind: 'task', table: tasks, name: tasks.text }],
  ['members', { kind: 'member', table: members, name: members.name }],
  ['files', { kind: 'file', table: files, name: files.name }],
])
const parts: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['agreement_versions', { table: agreementVersions, of: agreementVersions.agreementId, whole: agreement }],
  ['agreement_seals', { table: agreementSeals, of: agreementSeals.agreementId, whole: agreement }],
  ['agreement_signatories', { table: agreementSignatories, of: agreementSignatories.agreementId, whole: agreement }],
  ['agreement_clauses', { table: agreementClauses, of: agreementClauses.agreementId, whole: agreement }],
  ['agreement_proposals', { table: agreementProposals, of: agreementProposals.agreementId, whole: agreement }],
  ['agreement_readers', { table: agreementReaders, of: agreementReaders.agreementId, whole: agreement }],
  ['agreement_decisions', { table: agreementDecisions, of: agreementDecisions.agreementId, whole: agreement }],
  ['obligations', { table: obligations, of: obligations.agreementId, whole: agreement }],
  ['obligation_occurrences', { table: obligationOccurrences, of: obligationOccurrences.agreementId, whole: agreement }],
  ['kpis', { table: kpis, of: kpis.agreementId, whole: agreement }],
  ['kpi_targets', { table: kpiTargets, of: kpiTargets.agreementId, whole: agreement }],
  ['kpi_actions', { table: kpiActions, of: kpiActions.agreementId, whole: agreement }],
  ['kpi_breaches', { table: kpiBreaches, of: kpiBreaches.agreementId, whole: agreement }],
  ['kpi_measurements', { table: kpiMeasurements, of: kpiMeasurements.agreementId, whole: agreement }],
  ['client_reports', { table: clientReports, of: clientReports.accountId, whole: account }],
  ['client_report_lines', { table: clientReportLines, of: clientReportLines.accountId, whole: account }],
  ['client_report_plans', { table: clientReportPlans, of: clientReportPlans.accountId, whole: account }],
  ['account_addresses', { table: accountAddresses, of: accountAddresses.accountId, whole: account }],
  ['account_team', { table: accountTeam, of: accountTeam.accountId, whole: account }],
  ['account_notes', { table: accountNotes, of: accountNotes.accountId, whole: account }],
  ['affiliations', { table: affiliations, of: affiliations.personId, whole: person }],
  ['contact_points', { table: contactPoints, of: contactPoints.personId, whole: person }],
  ['key_contacts', { table: keyContacts, of: keyContacts.personId, whole: person }],
  ['confirmations', { table: confirmations, of: confirmations.accountId, whole: account }],
  ['term_sheets', { table: termSheets, of: termSheets.accountId, whole: account }],
  ['term_versions', { table: termVersions, of: termVersions.accountId, whole: account }],
  ['term_departures', { table: termDepartures, of: termDepartures.accountId, whole: account }],
  ['term_needs', { table: termNeeds, of: termNeeds.accountId, whole: account }],
  ['deductions', { table: deductions, of: deductions.accountId, whole: account }],
  ['deduction_claims', { table: deductionClaims, of: deductionClaims.accountId, whole: account }],
  ['deduction_matches', { table: deductionMatches, of: deductionMatches.accountId, whole: account }],
  ['client_links', { table: clientLinks, of: clientLinks.accountId, whole: account }],
  ['client_answers', { table: clientAnswers, of: clientAnswers.accountId, whole: account }],
  ['interaction_people', { table: interactionPeople, of: interactionPeople.interactionId, whole: interaction }],
  ['product_units', { table: productUnits, of: productUnits.productId, whole: product }],
  ['product_costs', { table: productCosts, of: productCosts.productId, whole: product }],
  ['promotion_results', { table: promotionResults, of: promotionResults.promotionId, whole: promotion }],
  ['promotion_snapshots', { table: promotionSnapshots, of: promotionSnapshots.promotionId, whole: promotion }],
  ['promotion_directions', { table: promotionDirections, of: promotionDirections.promotionId, whole: promotion }],
  ['price_policy_readings', { table: pricePolicyReadings, of: pricePolicyReadings.policyId, whole: policy }],
  ['deal_check_lines', { table: dealCheckLines, of: dealCheckLines.dealCheckId, whole: deal }],
  ['need_sources', { table: needSources, of: needSources.needId, whole: need }],
  ['need_answers', { table: needAnswers, of: needAnswers.needId, whole: need }],
  ['need_reviews', { table: needReviews, of: needReviews.needId, whole: need }],
  ['need_verifications', { table: needVerifications, of: needVerifications.needId, whole: need }],
  ['advocacies', { table: advocacies, of: advocacies.needId, whole: need }],
  ['need_plans', { table: needPlans, of: needPlans.accountId, whole: account }],
  ['need_plan_steps', { table: needPlanSteps, of: needPlanSteps.accountId, whole: account }],
  ['anticipated_needs', { table: anticipatedNeeds, of: anticipatedNeeds.accountId, whole: account }],
  ['account_objectives', { table: accountObjectives, of: accountObjectives.accountId, whole: account }],
  ['consultations', { table: consultations, of: consultations.accountId, whole: account }],
  ...negotiationParts.map(
    (table) => [getTableName(table), { table, of: table.negotiationId, whole: negotiation }] as const,
  ),
  ['consumer_voices', { table: consumerVoices, of: consumerVoices.accountId, whole: account }],
])

const longestName = 60
type Changed = { table: string; rowId: string }

/**
 * The records that changed rows are or belong to, by row, with what they are called today. It checks no visibility: whoever
 * may see the history of the workspace sees every account.
 */
export async function findSubjects(look: Look, changed: readonly Changed[]): Promise<Map<string, Subject>> {
  const names = [...new Set(changed.map(({ table }) => table))]
  const rows = await Promise.all(
    names.map((name) => {
      const ids = [...new Set(changed.flatMap(({ table, rowId }) => (table === name ? [rowId] : [])))]
      return findIn(look, name, ids)
    }),
  )
  return new Map(rows.flat().map(({ rowId, ...subject }) => [rowId, subject]))
}

async function findIn({ tx, actor }: Look, name: string, ids: string[]): Promise<(Subject & { rowId: string })[]> {
  const [whole, part] = [wholes.get(name), parts.get(name)]
  const called = (column: AnyPgColumn) => sql<string>`left(${column}, ${longestName})`
  if (whole) {
    const { kind, table, name: column } = whole
    const rows = await tx
      .select({ id: sql<string>`${table.id}`, name: called(column) })
      .from(table)
      .where(and(own(table, actor), inArray(table.id, ids)))
    return rows.map((row) => ({ ...row, rowId: row.id, kind }))
  }
  if (!part) return []
  const { table, of, whole: record } = part
  const rows = await tx
    .select({ rowId: sql<string>`${table.id}`, id: sql<string>`${record.table.id}`, name: called(record.name) })
    .from(table)
    .innerJoin(record.table, joined(record.table, actor, of))
    .where(and(own(table, actor), inArray(table.id, ids)))
  return rows.map((row) => ({ ...row, kind: record.kind }))
}
