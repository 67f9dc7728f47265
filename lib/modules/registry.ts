import 'server-only'
import type { z } from 'zod'
import type { Command } from '@/lib/kernel/command'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import type { ListExport } from '@/lib/kernel/export/list-export'
import type { Catalogue } from '@/lib/kernel/http'
import type { Job } from '@/lib/kernel/job'
import type { Query } from '@/lib/kernel/query'
import { modules } from '.'
import * as accountsCommands from './accounts/commands'
import * as accountsAddresses from './accounts/commands-addresses'
import * as accountsBulk from './accounts/commands-bulk'
import * as accountsClock from './accounts/commands-clock'
import * as accountsHistory from './accounts/commands-history'
import * as accountsNotes from './accounts/commands-notes'
import * as accountsOpen from './accounts/commands-open'
import * as accountsTeam from './accounts/commands-team'
import * as accountsEvidence from './accounts/evidence'
import * as accountsList from './accounts/list'
import { accountsExport } from './accounts/list-export'
import * as accountsQueries from './accounts/queries'
import * as accountsHistoryQueries from './accounts/queries-history'
import * as accountsRecord from './accounts/queries-record'
import * as agreementsCommands from './agreements/commands'
import * as agreementsAdvice from './agreements/commands-advice'
import * as agreementsAdviceReminders from './agreements/commands-advice-reminders'
import * as agreementsAmendments from './agreements/commands-amendments'
import * as agreementsAnnex from './agreements/commands-annex'
import * as agreementsApproval from './agreements/commands-approval'
import * as agreementsCancel from './agreements/commands-cancel'
import * as agreementsClauses from './agreements/commands-clauses'
import * as agreementsDecisions from './agreements/commands-decisions'
import * as agreementsElectronic from './agreements/commands-electronic'
import * as agreementsFeed from './agreements/commands-feed'
import * as agreementsHolds from './agreements/commands-holds'
import * as agreementsKpis from './agreements/commands-kpis'
import * as agreementsLibrary from './agreements/commands-library'
import * as agreementsLifecycle from './agreements/commands-lifecycle'
import * as agreementsObligations from './agreements/commands-obligations'
import * as agreementsOccurrences from './agreements/commands-occurrences'
import * as agreementsPapers from './agreements/commands-papers'
import * as agreementsProposals from './agreements/commands-proposals'
import * as agreementsProvisional from './agreements/commands-provisional'
import * as agreementsReaders from './agreements/commands-readers'
import * as agreementsSealReminders from './agreements/commands-seal-reminders'
import * as agreementsSeals from './agreements/commands-seals'
import * as agreementsSettings from './agreements/commands-settings'
import * as agreementsSignatories from './agreements/commands-signatories'
import * as agreementsSigning from './agreements/commands-signing'
import * as agreementsSigningLinks from './agreements/commands-signing-links'
import * as agreementsTemplates from './agreements/commands-templates'
import * as agreementsText from './agreements/commands-text'
import * as agreementsTheirPaper from './agreements/commands-their-paper'
import * as agreementsTimeline from './agreements/commands-timeline'
import * as agreementsWatch from './agreements/commands-watch'
import * as agreementsEvidence from './agreements/evidence'
import * as agreementsJobs from './agreements/jobs'
import * as agreementsList from './agreements/list'
import { agreementsExport, obligationsExport } from './agreements/list-export'
import * as agreementsObligationList from './agreements/list-obligations'
import * as agreementsQueries from './agreements/queries'
import * as agreementsAdviceQueries from './agreements/queries-advice'
import * as agreementsAmendmentQueries from './agreements/queries-amendments'
import * as agreementsAnnexQueries from './agreements/queries-annex'
import * as agreementsApprovalQueries from './agreements/queries-approval'
import * as agreementsCompare from './agreements/queries-compare'
import * as agreementsDrafting from './agreements/queries-drafting'
import * as agreementsFeedQueries from './agreements/queries-feed'
import * as agreementsFind from './agreements/queries-find'
import * as agreementsHistory from './agreements/queries-history'
import * as agreementsLibraryQueries from './agreements/queries-library'
import * as agreementsMismatches from './agreements/queries-mismatches'
import * as agreementsObligationQueries from './agreements/queries-obligations'
import * as agreementsPaper from './agreements/queries-paper'
import * as agreementsPaperQueries from './agreements/queries-papers'
import * as agreementsProposed from './agreements/queries-proposed'
import * as agreementsRisk from './agreements/queries-risk'
import * as agreementsSettingsQueries from './agreements/queries-settings'
import * as agreementsSigningQueries from './agreements/queries-signing'
import * as agreementsTemplateQueries from './agreements/queries-templates'
import * as agreementsTerm from './agreements/queries-term'
import * as agreementsTextQueries from './agreements/queries-text'
import * as agreementsWatchQueries from './agreements/queries-watch'
import * as approvalsCommands from './approvals/commands'
import * as approvalsDecisions from './approvals/commands-decisions'
import * as approvalsDelegations from './approvals/commands-delegations'
import * as approvalsPolicies from './approvals/commands-policies'
import * as approvalsTime from './approvals/commands-time'
import * as approvalsWords from './approvals/commands-words'
import * as approvalsJobs from './approvals/jobs'
import * as approvalsList from './approvals/list'
import * as approvalsDesk from './approvals/queries-desk'
import * as approvalsFind from './approvals/queries-find'
import * as approvalsPolicyQueries from './approvals/queries-policies'
import * as approvalsStory from './approvals/queries-story'
import * as confirmationsCommands from './confirmations/commands'
import * as contactsCommands from './contacts/commands'
import * as contactsAffiliations from './contacts/commands-affiliations'
import * as contactsHistory from './contacts/commands-history'
import * as contactsMany from './contacts/commands-many'
import * as contactsPoints from './contacts/commands-points'
import * as contactsSlots from './contacts/commands-slots'
import * as contactsEvidence from './contacts/evidence'
import * as contactsJobs from './contacts/jobs'
import * as contactsList from './contacts/list'
import { peopleExport } from './contacts/list-export'
import * as contactsQueries from './contacts/queries'
import * as contactsBoard from './contacts/queries-board'
import * as contactsFind from './contacts/queries-find'
import * as contactsHistoryQueries from './contacts/queries-history'
import * as contactsPeople from './contacts/queries-people'
import * as demoCommands from './demo/commands'
import * as demoJobs from './demo/jobs'
import * as filesCommands from './files/commands'
import * as filesQueries from './files/queries'
import * as historyQueries from './history/queries'
import * as importsCommands from './imports/commands'
import * as importsTogether from './imports/commands-together'
import * as importsJobs from './imports/jobs'
import * as importsList from './imports/list'
import * as importsQueries from './imports/queries'
import * as importsTogetherQueries from './imports/queries-together'
import * as interactionsCommands from './interactions/commands'
import * as interactionsEdit from './interactions/commands-edit'
import * as interactionsNightly from './interactions/commands-nightly'
import * as interactionsPlans from './interactions/commands-plans'
import * as interactionsTasks from './interactions/commands-tasks'
import * as interactionsEvidence from './interactions/evidence'
import * as interactionsJobs from './interactions/jobs'
import * as interactionsList from './interactions/list'
import { contactsExport } from './interactions/list-export'
import * as interactionsQueries from './interactions/queries'
import * as interactionsBrief from './interactions/queries-brief'
import * as interactionsHistory from './interactions/queries-history'
import * as interactionsNightlyQueries from './interactions/queries-nightly'
import * as interactionsPeople from './interactions/queries-people'
import * as interactionsTimeline from './interactions/queries-timeline'
import * as interactionsToday from './interactions/queries-today'
import * as kpisCommands from './kpis/commands'
import * as kpisBreachCommands from './kpis/commands-breaches'
import * as kpisClause from './kpis/commands-clause'
import * as kpisDefinitions from './kpis/commands-definitions'
import * as kpisIntake from './kpis/commands-intake'
import * as kpisKeeping from './kpis/commands-keeping'
import * as kpisMeasure from './kpis/commands-measure'
import * as kpisReportReplies from './kpis/commands-report-replies'
import * as kpisReports from './kpis/commands-reports'
import * as kpisSharing from './kpis/commands-sharing'
import * as kpisTelling from './kpis/commands-telling'
import * as kpisEvidence from './kpis/evidence'
import * as kpisJobs from './kpis/jobs'
import * as kpisList from './kpis/list'
import * as kpisBreachList from './kpis/list-breaches'
import { boardExport } from './kpis/list-export'
import * as kpisQueries from './kpis/queries'
import * as kpisAgreement from './kpis/queries-agreement'
import * as kpisBoard from './kpis/queries-board'
import * as kpisBreaches from './kpis/queries-breaches'
import * as kpisOwners from './kpis/queries-owners'
import * as kpisRecord from './kpis/queries-record'
import * as kpisReportQueries from './kpis/queries-reports'
import * as kpisResults from './kpis/queries-results'
import * as kpisShared from './kpis/queries-sharing'
import * as linksCommands from './links/commands'
import * as linksQueries from './links/queries'
import * as mailCommands from './mail/commands'
import * as mailJobs from './mail/jobs'
import * as mailQueries from './mail/queries'
import * as needsCommands from './needs/commands'
import * as needsAdvocacy from './needs/commands-advocacy'
import * as needsAnswers from './needs/commands-answers'
import * as needsAnticipated from './needs/commands-anticipated'
import * as needsConsultation from './needs/commands-consultation'
import * as needsMethods from './needs/commands-methods'
import * as needsPlans from './needs/commands-plans'
import * as needsProcedures from './needs/commands-procedures'
import * as needsVoices from './needs/commands-voices'
import * as needsEvidence from './needs/evidence'
import * as needsJobs from './needs/jobs'
import * as needsList from './needs/list'
import { needsExport } from './needs/list-export'
import * as needsQueries from './needs/queries'
import * as needsAdvocacyQueries from './needs/queries-advocacy'
import * as needsAnticipatedQueries from './needs/queries-anticipated'
import * as needsConsultationQueries from './needs/queries-consultation'
import * as needsFind from './needs/queries-find'
import * as needsHistory from './needs/queries-history'
import * as needsMethodsQueries from './needs/queries-methods'
import * as needsPlansQueries from './needs/queries-plans'
import * as needsProceduresQueries from './needs/queries-procedures'
import * as needsVoicesQueries from './needs/queries-voices'
import * as negotiationsCommands from './negotiations/commands'
import * as negotiationsAlternatives from './negotiations/commands-alternatives'
import * as negotiationsCarrying from './negotiations/commands-carrying'
import * as negotiationsComparisons from './negotiations/commands-comparisons'
import * as negotiationsDebriefs from './negotiations/commands-debriefs'
import * as negotiationsDropping from './negotiations/commands-dropping'
import * as negotiationsEntries from './negotiations/commands-entries'
import * as negotiationsEvidenceCommands from './negotiations/commands-evidence'
import * as negotiationsFocus from './negotiations/commands-focus'
import * as negotiationsInputReminders from './negotiations/commands-input-reminders'
import * as negotiationsInputs from './negotiations/commands-inputs'
import * as negotiationsIssues from './negotiations/commands-issues'
import * as negotiationsLight from './negotiations/commands-light'
import * as negotiationsMandate from './negotiations/commands-mandate'
import * as negotiationsObservations from './negotiations/commands-observations'
import * as negotiationsOffers from './negotiations/commands-offers'
import * as negotiationsOutcome from './negotiations/commands-outcome'
import * as negotiationsPeople from './negotiations/commands-people'
import * as negotiationsPlan from './negotiations/commands-plan'
import * as negotiationsPreparation from './negotiations/commands-preparation'
import * as negotiationsResults from './negotiations/commands-results'
import * as negotiationsStakes from './negotiations/commands-stakes'
import * as negotiationsStates from './negotiations/commands-states'
import * as negotiationsTrades from './negotiations/commands-trades'
import * as negotiationsValidity from './negotiations/commands-validity'
import * as negotiationsEvidence from './negotiations/evidence'
import * as negotiationsJobs from './negotiations/jobs'
import * as negotiationsList from './negotiations/list'
import { negotiationsExport } from './negotiations/list-export'
import * as negotiationsQueries from './negotiations/queries'
import * as negotiationsAnalysis from './negotiations/queries-analysis'
import * as negotiationsBrief from './negotiations/queries-brief'
import * as negotiationsCompare from './negotiations/queries-compare'
import * as negotiationsDossier from './negotiations/queries-dossier'
import * as negotiationsFind from './negotiations/queries-find'
import * as negotiationsFocusQueries from './negotiations/queries-focus'
import * as negotiationsHistory from './negotiations/queries-history'
import * as negotiationsInputQueries from './negotiations/queries-inputs'
import * as negotiationsLessons from './negotiations/queries-lessons'
import * as negotiationsObservationQueries from './negotiations/queries-observations'
import * as negotiationsOutcomeQueries from './negotiations/queries-outcome'
import * as negotiationsPreparationQueries from './negotiations/queries-preparation'
import * as negotiationsResultQueries from './negotiations/queries-results'
import * as negotiationsRounds from './negotiations/queries-rounds'
import * as negotiationsSettings from './negotiations/queries-settings'
import * as negotiationsStanding from './negotiations/queries-standing'
import * as negotiationsTablePage from './negotiations/queries-table-page'
import * as notificationsCommands from './notifications/commands'
import * as notificationsJobs from './notifications/jobs'
import * as notificationsList from './notifications/list'
import * as notificationsQueries from './notifications/queries'
import * as pricingCommands from './pricing/commands'
import * as pricingDeals from './pricing/commands-deals'
import * as pricingExceptions from './pricing/commands-exceptions'
import * as pricingFloors from './pricing/commands-floors'
import * as pricingPolicy from './pricing/commands-policy'
import * as pricingRebates from './pricing/commands-rebates'
import * as pricingEvidence from './pricing/evidence'
import * as pricingJobs from './pricing/jobs'
import * as pricingList from './pricing/list'
import * as pricingDealList from './pricing/list-deals'
import * as pricingExceptionList from './pricing/list-exceptions'
import { dealsExport, exceptionsExport, rulesExport } from './pricing/list-export'
import * as pricingQueries from './pricing/queries'
import * as pricingDealQueries from './pricing/queries-deals'
import * as pricingExceptionQueries from './pricing/queries-exceptions'
import * as pricingFind from './pricing/queries-find'
import * as pricingFloorQueries from './pricing/queries-floors'
import * as pricingGuidance from './pricing/queries-guidance'
import * as pricingPolicyQueries from './pricing/queries-policy'
import * as pricingRebateQueries from './pricing/queries-rebates'
import * as pricingRuleQueries from './pricing/queries-rules'
import * as productsCommands from './products/commands'
import * as productsCosts from './products/commands-costs'
import * as productsIntake from './products/commands-intake'
import * as productsLists from './products/commands-lists'
import * as productsList from './products/list'
import { productsExport } from './products/list-export'
import * as productsQueries from './products/queries'
import * as productsHistory from './products/queries-history'
import * as productsListQueries from './products/queries-lists'
import * as productsRecord from './products/queries-record'
import * as promotionsCommands from './promotions/commands'
import * as promotionsFunds from './promotions/commands-funds'
import * as promotionsResults from './promotions/commands-results'
import * as promotionsEvidence from './promotions/evidence'
import * as promotionsJobs from './promotions/jobs'
import * as promotionsList from './promotions/list'
import { promotionsExport } from './promotions/list-export'
import * as promotionsQueries from './promotions/queries'
import * as promotionsRecord from './promotions/queries-record'
import * as salesCommands from './sales/commands'
import * as salesIntake from './sales/commands-intake'
import * as salesMonths from './sales/commands-months'
import * as salesJobs from './sales/jobs'
import * as salesList from './sales/list'
import { salesExport } from './sales/list-export'
import * as salesQueries from './sales/queries'
import * as salesMonthQueries from './sales/queries-months'
import * as termsCommands from './terms/commands'
import * as termsAgreed from './terms/commands-agreed'
import * as termsDeductions from './terms/commands-deductions'
import * as termsExpected from './terms/commands-expected'
import * as termsOutline from './terms/commands-outline'
import * as termsSettling from './terms/commands-settling'
import * as termsStandards from './terms/commands-standards'
import * as termsSubmit from './terms/commands-submit'
import * as termsTerms from './terms/commands-terms'
import * as termsEvidence from './terms/evidence'
import * as termsJobs from './terms/jobs'
import * as termsList from './terms/list'
import * as termsDeductionList from './terms/list-deductions'
import { deductionsExport, sheetsExport } from './terms/list-export'
import * as termsQueries from './terms/queries'
import * as termsCalculator from './terms/queries-calculator'
import * as termsDeductionQueries from './terms/queries-deductions'
import * as termsExpectedQueries from './terms/queries-expected'
import * as termsFind from './terms/queries-find'
import * as termsHistory from './terms/queries-history'
import * as termsNeedQueries from './terms/queries-needs'
import * as termsOutlineQueries from './terms/queries-outline'
import * as termsPages from './terms/queries-pages'
import * as termsStandardQueries from './terms/queries-standards'
import * as threadsQueries from './threads/queries'
import * as threadsBefore from './threads/queries-before'
import * as workspaceExternalIds from './workspace/commands-external-ids'
import * as workspaceMembers from './workspace/commands-members'
import * as workspaceMoney from './workspace/commands-money'
import * as workspaceSettings from './workspace/commands-settings'
import * as workspaceJobs from './workspace/jobs'
import * as workspaceRates from './workspace/list-rates'
import * as workspaceQueries from './workspace/queries'
import * as workspaceMoneyQueries from './workspace/queries-money'
import * as workspaceSettingsQueries from './workspace/queries-settings'

type AnyCommand = Command<z.ZodType, unknown>
type AnyQuery = Query<z.ZodType, unknown>

const commandFiles: readonly object[] = [
  workspaceMembers,
  workspaceSettings,
  workspaceMoney,
  workspaceExternalIds,
  filesCommands,
  mailCommands,
  confirmationsCommands,
  agreementsCommands,
  agreementsAdvice,
  agreementsAdviceReminders,
  agreementsAnnex,
  agreementsApproval,
  agreementsCancel,
  agreementsClauses,
  agreementsElectronic,
  agreementsKpis,
  agreementsLibrary,
  agreementsSealReminders,
  agreementsSeals,
  agreementsSettings,
  agreementsTemplates,
  agreementsAmendments,
  agreementsProposals,
  agreementsReaders,
  agreementsText,
  agreementsTheirPaper,
  agreementsTimeline,
  agreementsDecisions,
  agreementsFeed,
  agreementsHolds,
  agreementsLifecycle,
  agreementsObligations,
  agreementsOccurrences,
  agreementsPapers,
  agreementsProvisional,
  agreementsSignatories,
  agreementsSigning,
  agreementsSigningLinks,
  agreementsWatch,
  negotiationsCommands,
  negotiationsComparisons,
  negotiationsDebriefs,
  negotiationsCarrying,
  negotiationsDropping,
  negotiationsInputReminders,
  negotiationsInputs,
  negotiationsIssues,
  negotiationsAlternatives,
  negotiationsFocus,
  negotiationsMandate,
  negotiationsOutcome,
  negotiationsPlan,
  negotiationsObservations,
  negotiationsResults,
  negotiationsStakes,
  negotiationsLight,
  negotiationsStates,
  negotiationsEvidenceCommands,
  negotiationsPeople,
  negotiationsPreparation,
  negotiationsEntries,
  negotiationsOffers,
  negotiationsTrades,
  negotiationsValidity,
  notificationsCommands,
  accountsCommands,
  accountsOpen,
  accountsTeam,
  accountsAddresses,
  accountsNotes,
  accountsHistory,
  accountsBulk,
  accountsClock,
  approvalsCommands,
  approvalsDecisions,
  approvalsWords,
  approvalsDelegations,
  approvalsPolicies,
  approvalsTime,
  kpisCommands,
  kpisBreachCommands,
  kpisClause,
  kpisIntake,
  kpisKeeping,
  kpisMeasure,
  kpisTelling,
  kpisDefinitions,
  kpisSharing,
  kpisReports,
  kpisReportReplies,
  linksCommands,
  contactsCommands,
  contactsPoints,
  contactsAffiliations,
  contactsSlots,
  contactsMany,
  contactsHistory,
  interactionsCommands,
  interactionsEdit,
  interactionsPlans,
  interactionsNightly,
  interactionsTasks,
  needsCommands,
  needsAnswers,
  needsAdvocacy,
  needsPlans,
  needsProcedures,
  needsConsultation,
  needsAnticipated,
  needsVoices,
  needsMethods,
  productsCommands,
  productsCosts,
  productsLists,
  productsIntake,
  salesCommands,
  salesMonths,
  salesIntake,
  promotionsCommands,
  promotionsResults,
  promotionsFunds,
  pricingCommands,
  pricingPolicy,
  pricingFloors,
  pricingExceptions,
  pricingDeals,
  pricingRebates,
  importsCommands,
  importsTogether,
  demoCommands,
  termsCommands,
  termsAgreed,
  termsTerms,
  termsSubmit,
  termsOutline,
  termsStandards,
  termsDeductions,
  termsExpected,
  termsSettling,
]
const queryFiles: readonly object[] = [
  workspaceQueries,
  workspaceSettingsQueries,
  workspaceRates,
  workspaceMoneyQueries,
  historyQueries,
  mailQueries,
  filesQueries,
  notificationsList,
  notificationsQueries,
  accountsList,
  accountsQueries,
  accountsRecord,
  accountsHistoryQueries,
  linksQueries,
  approvalsList,
  approvalsDesk,
  approvalsFind,
  approvalsStory,
  approvalsPolicyQueries,
  contactsList,
  contactsQueries,
  contactsPeople,
  contactsBoard,
  contactsFind,
  contactsHistoryQueries,
  interactionsList,
  interactionsQueries,
  interactionsPeople,
  interactionsTimeline,
  interactionsToday,
  interactionsBrief,
  interactionsHistory,
  interactionsNightlyQueries,
  needsList,
  needsQueries,
  needsAdvocacyQueries,
  needsAnticipatedQueries,
  needsConsultationQueries,
  needsFind,
  needsHistory,
  needsMethodsQueries,
  needsPlansQueries,
  needsProceduresQueries,
  needsVoicesQueries,
  agreementsList,
  agreementsQueries,
  agreementsAdviceQueries,
  agreementsApprovalQueries,
  agreementsFeedQueries,
  agreementsFind,
  agreementsHistory,
  agreementsAmendmentQueries,
  agreementsCompare,
  agreementsDrafting,
  agreementsLibraryQueries,
  agreementsMismatches,
  agreementsObligationList,
  agreementsObligationQueries,
  agreementsProposed,
  agreementsSettingsQueries,
  agreementsTemplateQueries,
  agreementsTextQueries,
  agreementsRisk,
  agreementsTerm,
  agreementsWatchQueries,
  kpisList,
  agreementsAnnexQueries,
  agreementsPaper,
  agreementsPaperQueries,
  agreementsSigningQueries,
  kpisQueries,
  kpisAgreement,
  kpisOwners,
  kpisRecord,
  kpisShared,
  kpisReportQueries,
  kpisResults,
  kpisBoard,
  kpisBreachList,
  kpisBreaches,
  threadsQueries,
  threadsBefore,
  negotiationsList,
  negotiationsQueries,
  negotiationsFocusQueries,
  negotiationsTablePage,
  negotiationsFind,
  negotiationsHistory,
  negotiationsSettings,
  negotiationsStanding,
  negotiationsBrief,
  negotiationsCompare,
  negotiationsDossier,
  negotiationsAnalysis,
  negotiationsOutcomeQueries,
  negotiationsInputQueries,
  negotiationsPreparationQueries,
  negotiationsRounds,
  negotiationsLessons,
  negotiationsObservationQueries,
  negotiationsResultQueries,
  productsList,
  productsQueries,
  productsHistory,
  productsListQueries,
  productsRecord,
  salesList,
  salesQueries,
  salesMonthQueries,
  promotionsList,
  promotionsQueries,
  promotionsRecord,
  pricingList,
  pricingExceptionList,
  pricingDealList,
  pricingQueries,
  pricingRuleQueries,
  pricingPolicyQueries,
  pricingFloorQueries,
  pricingFind,
  pricingExceptionQueries,
  pricingDealQueries,
  pricingRebateQueries,
  pricingGuidance,
  importsList,
  importsQueries,
  importsTogetherQueries,
  termsList,
  termsDeductionList,
  termsQueries,
  termsCalculator,
  termsPages,
  termsExpectedQueries,
  termsFind,
  termsHistory,
  termsNeedQueries,
  termsOutlineQueries,
  termsStandardQueries,
  termsDeductionQueries,
]
const jobFiles: readonly object[] = [
  workspaceJobs,
  mailJobs,
  notificationsJobs,
  approvalsJobs,
  contactsJobs,
  demoJobs,
  importsJobs,
  interactionsJobs,
  salesJobs,
  promotionsJobs,
  pricingJobs,
  termsJobs,
  needsJobs,
  kpisJobs,
  negotiationsJobs,
  agreementsJobs,
]
const evidenceFiles: readonly object[] = [
  accountsEvidence,
  contactsEvidence,
  interactionsEvidence,
  promotionsEvidence,
  termsEvidence,
  pricingEvidence,
  needsEvidence,
  negotiationsEvidence,
  agreementsEvidence,
  kpisEvidence,
]

const isNamed = (value: unknown): value is { name: string; run: unknown } =>
  typeof value === 'object' && value !== null && 'name' in value && 'run' in value

const named = <Value extends { name: string }>(files: readonly object[]): ReadonlyMap<string, Value> =>
  new Map(
    files
      .flatMap((file) => Object.values(file) as unknown[])
      .filter(isNamed)
      .map((each) => [each.name, each as unknown as Value]),
  )

/** Everything by name, for the entry points that are not forms: HTTP, jobs, imports. */
export const catalogue: Catalogue = {
  commands: named<AnyCommand>(commandFiles),
  queries: named<AnyQuery>(queryFiles),
  records: new Map(modules.flatMap(({ name, record }) => (record ? [[name, record] as const] : []))),
}

export const jobs: ReadonlyMap<string, Job> = named<Job>(jobFiles)

export const evidenceRules: readonly EvidenceRule[] = evidenceFiles.flatMap((file) =>
  Object.values(file).flatMap((value) => (Array.isArray(value) ? (value as EvidenceRule[]) : [])),
)

/** Lists that can be taken along as a spreadsheet, by the name in their address. */
export const exportable: ReadonlyMap<string, ListExport> = new Map(
  [
    accountsExport,
    peopleExport,
    contactsExport,
    productsExport,
    salesExport,
    promotionsExport,
    rulesExport,
    exceptionsExport,
    dealsExport,
    needsExport,
    negotiationsExport,
    agreementsExport,
    obligationsExport,
    boardExport,
    sheetsExport,
    deductionsExport,
  ].map((each) => [each.name, each]),
)
