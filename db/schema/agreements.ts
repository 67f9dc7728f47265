import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { archivable, belongsTo, moment, oneOf, type Tenant, tenant, tenantRules } from '../columns'
import { accounts } from './accounts'
import { people } from './contacts'
import { files } from './files'
import { interactions } from './interactions'
import { negotiations } from './negotiations'
import { termVersions } from './terms'
import { members } from './workspace'

const money = () => numeric({ precision: 18, scale: 4 })
const farAway = '9999-12-31'
const parties = ['us', 'them', 'both']
const aspects = ['price', 'credit', 'legal', 'supply', 'quality', 'marketing', 'data']
const forms = ['confirmationLetter', 'standardContract', 'fullContract']
const kinds = [
  'annualTerms',
  'framework',
  'supply',
  'distribution',
  'service',
  'promotion',
  'nda',
  'letterOfIntent',
  'consignment',
  'other',
]

/** Who we are on paper, from which value which form is due, and how long agreements are kept. */
export const agreementSettings = pgTable(
  'agreement_settings',
  {
    ...tenant,
    ourName: text(),
    ourBusinessNumber: text(),
    ourAddress: text(),
    ourRepresentative: text(),
    /** Up to this yearly value a letter of confirmation will do; from the other one a full contract is due. */
    letterUpTo: money(),
    fullFrom: money(),
    fullKinds: text().array().notNull().default(sql`'{}'`),
    retentionYears: integer().notNull().default(10),
    acknowledgeDays: integer().notNull().default(3),
  },
  (t) => [...tenantRules(t), uniqueIndex('agreement_settings_one').on(t.workspaceId)],
)

/**
 * A clause of the library, edition by edition: what we like to say, what we can live with, where we walk away, and what it
 * means in plain words. The latest edition of a code that is not archived is the one in use.
 */
export const libraryClauses = pgTable(
  'library_clauses',
  {
    ...tenant,
    code: text().notNull(),
    edition: integer().notNull(),
    heading: text().notNull(),
    englishHeading: text().notNull(),
    standard: text().notNull(),
    englishStandard: text().notNull(),
    fallback: text(),
    englishFallback: text(),
    walkAway: text(),
    plain: text(),
    englishPlain: text(),
    aspect: text().notNull(),
    tags: text().array().notNull().default(sql`'{}'`),
    writtenBy: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.writtenBy, members),
    oneOf('library_clauses_aspect', t.aspect, aspects),
    uniqueIndex('library_clauses_edition').on(t.workspaceId, t.code, t.edition),
    uniqueIndex('library_clauses_in_use').on(t.workspaceId, t.code).where(sql`archived_at is null`),
    index('library_clauses_written_by').on(t.workspaceId, t.writtenBy),
  ],
)

/** Which clauses a paper of a kind and form begins with, in their order. */
export const agreementTemplates = pgTable(
  'agreement_templates',
  {
    ...tenant,
    name: text().notNull(),
    englishName: text().notNull(),
    kind: text().notNull(),
    form: text().notNull(),
    direction: text().notNull().default('sell'),
    clauseCodes: text().array().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    oneOf('agreement_templates_kind', t.kind, kinds),
    oneOf('agreement_templates_form', t.form, forms),
    oneOf('agreement_templates_direction', t.direction, ['sell', 'buy']),
    uniqueIndex('agreement_templates_name').on(t.workspaceId, t.name).where(sql`archived_at is null`),
    index('agreement_templates_fit').on(t.workspaceId, t.kind, t.form, t.id).where(sql`archived_at is null`),
  ],
)

/**
 * A formal agreement with an account, selling or buying. What it says stands in its versions; the columns here are what
 * holds today, or what is drafted while nothing holds yet, for lists and reminders.
 */
export const agreements = pgTable(
  'agreements',
  {
    ...tenant,
    accountId: uuid().notNull(),
    code: text().notNull(),
    direction: text().notNull().default('sell'),
    kind: text().notNull(),
    title: text().notNull(),
    state: text().notNull().default('draft'),
    stateReason: text(),
    /** Whose paper it is: ours from clauses, or theirs as a file with its key terms typed. */
    paper: text().notNull().default('ours'),
    /** Which kind of paper is due, by rule, and why. */
    form: text().notNull().default('standardContract'),
    formReasons: text().array().notNull().default(sql`'{}'`),
    language: text().notNull().default('zh-TW'),
    currency: text().notNull().default('TWD'),
    /** Value in a year. */
    yearlyValue: money(),
    confidential: boolean().notNull().default(false),
    ownerId: uuid().notNull(),
    backupId: uuid(),
    parentId: uuid(),
    negotiationId: uuid(),
    /** What it covers when an account has several of a kind. */
    scopeName: text().notNull().default(''),
    startsOn: date(),
    endsOn: date().notNull().default(farAway),
    noticeOn: date().notNull().default(farAway),
    renewal: text().notNull().default('none'),
    executedOn: date(),
    activeSince: date(),
    suspendedSince: date(),
    suspendedUntil: date(),
    endedOn: date(),
    currentVersionId: uuid(),
    retentionUntil: date(),
    legalHold: boolean().notNull().default(false),
    legalHoldReason: text(),
    changedAt: moment().notNull().defaultNow(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.ownerId, members),
    belongsTo(t, t.backupId, members),
    belongsTo(t, t.negotiationId, negotiations),
    oneOf('agreements_direction', t.direction, ['sell', 'buy']),
    oneOf('agreements_kind', t.kind, kinds),
    oneOf('agreements_state', t.state, [
      'draft',
      'internalReview',
      'approved',
      'outForSignature',
      'executed',
      'active',
      'suspended',
      'expired',
      'superseded',
      'terminated',
      'cancelled',
    ]),
    oneOf('agreements_paper', t.paper, ['ours', 'theirs']),
    oneOf('agreements_form', t.form, forms),
    oneOf('agreements_language', t.language, ['zh-TW', 'en']),
    oneOf('agreements_renewal', t.renewal, ['none', 'manual', 'autoRenew', 'autoExtend']),
    uniqueIndex('agreements_code').on(t.workspaceId, t.code),
    index('agreements_by_change').on(t.workspaceId, t.changedAt, t.id).where(sql`archived_at is null`),
    index('agreements_by_end').on(t.workspaceId, t.endsOn, t.id).where(sql`archived_at is null`),
    index('agreements_by_notice').on(t.workspaceId, t.noticeOn, t.id).where(sql`archived_at is null`),
    index('agreements_account').on(t.workspaceId, t.accountId, t.changedAt, t.id),
    index('agreements_owner').on(t.workspaceId, t.ownerId, t.changedAt, t.id),
    index('agreements_backup').on(t.workspaceId, t.backupId),
    index('agreements_state').on(t.workspaceId, t.state, t.changedAt, t.id).where(sql`archived_at is null`),
    index('agreements_kind').on(t.workspaceId, t.kind, t.changedAt, t.id).where(sql`archived_at is null`),
    index('agreements_parent').on(t.workspaceId, t.parentId),
    index('agreements_negotiation').on(t.workspaceId, t.negotiationId),
  ],
)

const part = { ...tenant, agreementId: uuid().notNull(), accountId: uuid().notNull() }
type Part = Tenant & { agreementId: AnyPgColumn; accountId: AnyPgColumn }
const partRules = (t: Part) => [
  ...tenantRules(t),
  belongsTo(t, t.agreementId, agreements),
  belongsTo(t, t.accountId, accounts),
]

type Both = { en: string; 'zh-TW': string }
/** A trade term as a version agrees on it, in words: what later becomes of the catalogue or the sheet does not change it. */
export type AgreedTerm = { code: string; name: Both; said: Both }

/** A KPI with its targets as a version agrees on it; who enters its values is our own affair. */
export type AgreedKpi = { key: string; aspect: string; content: Readonly<Record<string, unknown>> }

/**
 * One version: its parties, value, term and notice here, the text in its clauses. Valid time is what it holds for,
 * `recordedAt` since when that belongs to what is known. Executed content never changes.
 */
export const agreementVersions = pgTable(
  'agreement_versions',
  {
    ...part,
    number: integer().notNull(),
    kind: text().notNull().default('original'),
    state: text().notNull().default('draft'),
    validFrom: date().notNull(),
    validTo: date(),
    ourName: text(),
    ourBusinessNumber: text(),
    ourAddress: text(),
    ourRepresentative: text(),
    theirName: text(),
    theirBusinessNumber: text(),
    theirAddress: text(),
    theirRepresentative: text(),
    currency: text().notNull().default('TWD'),
    /** Value in a year, and what that rests on. */
    yearlyValue: money(),
    valueBasis: text(),
    startsOn: date(),
    months: integer(),
    renewal: text().notNull().default('none'),
    renewalMonths: integer(),
    noticeCount: integer(),
    noticeUnit: text().notNull().default('day'),
    governingLaw: text(),
    venue: text(),
    /** Why it was changed, and why it reaches back when it does. */
    reason: text(),
    retroactiveReason: text(),
    /** What held before, while it was late in being signed, and how that is known. */
    provisionalTerms: text(),
    provisionalNote: text(),
    provisionalFileId: uuid(),
    /** The talk in which the other side was consulted. */
    interactionId: uuid(),
    negotiationId: uuid(),
    termVersionId: uuid(),
    /** The trade terms of its annex, in the order of the catalogue. */
    terms: jsonb().$type<readonly AgreedTerm[]>().notNull().default([]),
    /** The KPIs on which it agrees, as they are in its annex, each with the aspect whose consent it touches. */
    kpis: jsonb().$type<readonly AgreedKpi[]>().notNull().default([]),
    /** Their paper as it was uploaded. */
    paperFileId: uuid(),
    contentHash: text().notNull(),
    /** The PDF that everybody signs: its file and its hash. */
    frozenFileId: uuid(),
    frozenHash: text(),
    /** The PDF with certificate and trail, made when the last one had signed. */
    finalFileId: uuid(),
    draftedBy: uuid().notNull(),
    executedOn: date(),
    recordedAt: moment(),
    recordedBy: uuid(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.provisionalFileId, files),
    belongsTo(t, t.interactionId, interactions),
    belongsTo(t, t.negotiationId, negotiations),
    belongsTo(t, t.termVersionId, termVersions),
    belongsTo(t, t.paperFileId, files),
    belongsTo(t, t.frozenFileId, files),
    belongsTo(t, t.finalFileId, files),
    belongsTo(t, t.draftedBy, members),
    belongsTo(t, t.recordedBy, members),
    oneOf('agreement_versions_kind', t.kind, ['original', 'amendment', 'temporary', 'renewal', 'restatement']),
    oneOf('agreement_versions_renewal', t.renewal, ['none', 'manual', 'autoRenew', 'autoExtend']),
    oneOf('agreement_versions_notice_unit', t.noticeUnit, ['day', 'month']),
    oneOf('agreement_versions_state', t.state, [
      'draft',
      'inApproval',
      'approved',
      'outForSignature',
      'executed',
      'void',
    ]),
    uniqueIndex('agreement_versions_number').on(t.workspaceId, t.agreementId, t.number),
    uniqueIndex('agreement_versions_open')
      .on(t.workspaceId, t.agreementId)
      .where(sql`state not in ('executed', 'void') and archived_at is null`),
    index('agreement_versions_account').on(t.workspaceId, t.accountId),
    index('agreement_versions_provisional').on(t.workspaceId, t.provisionalFileId),
    index('agreement_versions_interaction').on(t.workspaceId, t.interactionId),
    index('agreement_versions_negotiation').on(t.workspaceId, t.negotiationId),
    index('agreement_versions_terms').on(t.workspaceId, t.termVersionId),
    index('agreement_versions_paper').on(t.workspaceId, t.paperFileId),
    index('agreement_versions_frozen').on(t.workspaceId, t.frozenFileId),
    index('agreement_versions_final').on(t.workspaceId, t.finalFileId),
    index('agreement_versions_drafted_by').on(t.workspaceId, t.draftedBy),
    index('agreement_versions_recorded_by').on(t.workspaceId, t.recordedBy),
  ],
)

/**
 * A version's paper to work with, as PDF and for Word, made on request: a draft says so on every page. `paperHash` is of all
 * that it says, so that one that is no longer true is never handed out. Without its files it is still being made.
 */
export const agreementPapers = pgTable(
  'agreement_papers',
  {
    ...part,
    versionId: uuid().notNull(),
    paperHash: text().notNull(),
    isDraft: boolean().notNull(),
    askedBy: uuid().notNull(),
    askedAt: moment().notNull(),
    pdfFileId: uuid(),
    wordFileId: uuid(),
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.versionId, agreementVersions),
    belongsTo(t, t.askedBy, members),
    belongsTo(t, t.pdfFileId, files),
    belongsTo(t, t.wordFileId, files),
    uniqueIndex('agreement_papers_once').on(t.workspaceId, t.versionId, t.paperHash, t.isDraft),
    index('agreement_papers_agreement').on(t.workspaceId, t.agreementId),
    index('agreement_papers_account').on(t.workspaceId, t.accountId),
    index('agreement_papers_asked_by').on(t.workspaceId, t.askedBy),
    index('agreement_papers_pdf').on(t.workspaceId, t.pdfFileId),
    index('agreement_papers_word').on(t.workspaceId, t.wordFileId),
  ],
)

/** What is believed today: which version holds from which day until, but not including, which. It cannot overlap. */
export const agreementTimeline = pgTable(
  'agreement_timeline',
  {
    ...tenant,
    agreementId: uuid().notNull(),
    versionId: uuid().notNull(),
    fromDay: date().notNull(),
    untilDay: date(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.agreementId, agreements),
    belongsTo(t, t.versionId, agreementVersions),
    index('agreement_timeline_agreement').on(t.workspaceId, t.agreementId, t.fromDay),
    index('agreement_timeline_version').on(t.workspaceId, t.versionId),
  ],
)

/**
 * A clause of one version; `key` names it through all versions. On their paper it is a key term with what we note of it.
 * `value` is what it says as a value, where it says one: compared with what was negotiated before anybody signs.
 */
export const agreementClauses = pgTable(
  'agreement_clauses',
  {
    ...part,
    versionId: uuid().notNull(),
    key: text().notNull(),
    position: integer().notNull(),
    heading: text().notNull(),
    body: text().notNull(),
    libraryCode: text(),
    libraryEdition: integer(),
    aspect: text().notNull(),
    tags: text().array().notNull().default(sql`'{}'`),
    deviation: text().notNull().default('none'),
    deviationReason: text(),
    /** The point of the negotiation, and the kind of term, that it writes down. */
    issueKey: text(),
    termCode: text(),
    value: text(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.versionId, agreementVersions),
    oneOf('agreement_clauses_aspect', t.aspect, aspects),
    oneOf('agreement_clauses_deviation', t.deviation, ['none', 'minor', 'material']),
    uniqueIndex('agreement_clauses_key').on(t.workspaceId, t.versionId, t.key).where(sql`archived_at is null`),
    index('agreement_clauses_version').on(t.workspaceId, t.versionId, t.position),
    index('agreement_clauses_agreement').on(t.workspaceId, t.agreementId),
    index('agreement_clauses_account').on(t.workspaceId, t.accountId),
    index('agreement_clauses_library').on(t.workspaceId, t.libraryCode, t.id).where(sql`archived_at is null`),
  ],
)

/** A question to an expert about a clause, inside or outside the house: what came back, and what was made of it. BGM-3.3. */
export const agreementAdvice = pgTable(
  'agreement_advice',
  {
    ...part,
    versionId: uuid().notNull(),
    clauseKey: text().notNull(),
    /** What it is about as it stood when it was answered, decided or waived; blank while it was not. */
    subjectDigest: text(),
    discipline: text().notNull(),
    /** What made it due: a tag of the clause, or a rule; blank when somebody simply asked. */
    trigger: text(),
    blocking: boolean().notNull(),
    /** Read only by whoever asks, the advisor and legal colleagues. */
    privileged: boolean().notNull().default(false),
    question: text(),
    background: text(),
    dueOn: date(),
    askedBy: uuid().notNull(),
    advisorId: uuid(),
    advisorName: text(),
    state: text().notNull().default('suggested'),
    recommendation: text(),
    answer: text(),
    fileId: uuid(),
    answeredAt: moment(),
    declinedBecause: text(),
    waivedBecause: text(),
    decision: text(),
    decisionReason: text(),
    decidedBy: uuid(),
    decidedAt: moment(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.versionId, agreementVersions),
    belongsTo(t, t.askedBy, members),
    belongsTo(t, t.advisorId, members),
    belongsTo(t, t.decidedBy, members),
    belongsTo(t, t.fileId, files),
    oneOf('agreement_advice_discipline', t.discipline, ['legal', 'finance', 'quality', 'logistics', 'director']),
    oneOf('agreement_advice_state', t.state, [
      'suggested',
      'requested',
      'accepted',
      'answered',
      'decided',
      'waived',
      'declined',
      'cancelled',
    ]),
    oneOf('agreement_advice_recommendation', t.recommendation, ['proceed', 'proceedWithChanges', 'doNotProceed']),
    oneOf('agreement_advice_decision', t.decision, ['followed', 'partly', 'notFollowed']),
    index('agreement_advice_version').on(t.workspaceId, t.versionId, t.clauseKey),
    index('agreement_advice_agreement').on(t.workspaceId, t.agreementId, t.id),
    index('agreement_advice_account').on(t.workspaceId, t.accountId),
    index('agreement_advice_asked_by').on(t.workspaceId, t.askedBy),
    index('agreement_advice_advisor').on(t.workspaceId, t.advisorId, t.dueOn, t.id),
    index('agreement_advice_decided_by').on(t.workspaceId, t.decidedBy),
    index('agreement_advice_file').on(t.workspaceId, t.fileId),
  ],
)

/**
 * Who signs a version, or consents before it is signed, on both sides and in which order. A signature keeps what was shown,
 * what was consented to, how, when and from where.
 */
export const agreementSignatories = pgTable(
  'agreement_signatories',
  {
    ...part,
    versionId: uuid().notNull(),
    side: text().notNull(),
    part: text().notNull(),
    order: integer().notNull(),
    method: text().notNull(),
    memberId: uuid(),
    personId: uuid(),
    name: text().notNull(),
    title: text(),
    mailTo: text(),
    state: text().notNull().default('waiting'),
    linkId: uuid(),
    /** The link by which they read the signed paper, once it is certified. */
    copyLinkId: uuid(),
    /** When the notice of electronic signing was shown, and whether they took the chance to object. */
    noticedAt: moment(),
    objectedAt: moment(),
    openedAt: moment(),
    signedAt: moment(),
    signedOn: date(),
    shownHash: text(),
    consentEdition: integer(),
    signature: jsonb().$type<{ kind: 'typed'; name: string } | { kind: 'drawn'; path: string }>(),
    network: text(),
    device: text(),
    /** How the signature reached us: in the product, by signed link, or on paper, by LINE or by mail with its file. */
    via: text(),
    fileId: uuid(),
    declinedBecause: text(),
    recordedBy: uuid(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.versionId, agreementVersions),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.personId, people),
    belongsTo(t, t.fileId, files),
    belongsTo(t, t.recordedBy, members),
    oneOf('agreement_signatories_side', t.side, ['us', 'them']),
    oneOf('agreement_signatories_part', t.part, ['approver', 'signer']),
    oneOf('agreement_signatories_method', t.method, ['electronic', 'seal', 'ink']),
    oneOf('agreement_signatories_via', t.via, ['product', 'link', 'scan', 'line', 'mail']),
    oneOf('agreement_signatories_state', t.state, ['waiting', 'asked', 'signed', 'declined', 'void']),
    index('agreement_signatories_version').on(t.workspaceId, t.versionId, t.order),
    index('agreement_signatories_agreement').on(t.workspaceId, t.agreementId),
    index('agreement_signatories_account').on(t.workspaceId, t.accountId),
    index('agreement_signatories_member').on(t.workspaceId, t.memberId, t.state, t.id),
    index('agreement_signatories_person').on(t.workspaceId, t.personId),
    index('agreement_signatories_file').on(t.workspaceId, t.fileId),
    index('agreement_signatories_recorded_by').on(t.workspaceId, t.recordedBy),
  ],
)

/** A request to have the originals sealed: which seals, how many copies, who keeps the original, when it is back. */
export const agreementSeals = pgTable(
  'agreement_seals',
  {
    ...part,
    versionId: uuid().notNull(),
    requestNumber: text(),
    seals: text().array().notNull(),
    copies: integer().notNull(),
    /** The seal across the edges of the pages. */
    acrossPages: boolean().notNull().default(false),
    custodianId: uuid().notNull(),
    sealedOn: date(),
    /** The hash of the paper that was sealed. */
    paperHash: text(),
    sentOn: date(),
    dueBackOn: date(),
    returnedOn: date(),
    keptAt: text(),
    fileId: uuid(),
    note: text(),
    askedBy: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.versionId, agreementVersions),
    belongsTo(t, t.custodianId, members),
    belongsTo(t, t.askedBy, members),
    belongsTo(t, t.fileId, files),
    index('agreement_seals_version').on(t.workspaceId, t.versionId),
    index('agreement_seals_agreement').on(t.workspaceId, t.agreementId),
    index('agreement_seals_account').on(t.workspaceId, t.accountId),
    index('agreement_seals_custodian').on(t.workspaceId, t.custodianId),
    index('agreement_seals_asked_by').on(t.workspaceId, t.askedBy),
    index('agreement_seals_file').on(t.workspaceId, t.fileId),
    index('agreement_seals_away')
      .on(t.workspaceId, t.dueBackOn, t.id)
      .where(sql`sent_on is not null and returned_on is null and archived_at is null`),
  ],
)

/** What is to happen when a term ends: decided before its notice deadline, or missed for ever. A01. */
export const agreementDecisions = pgTable(
  'agreement_decisions',
  {
    ...part,
    endsOn: date().notNull(),
    noticeOn: date().notNull(),
    decision: text(),
    reason: text(),
    decidedBy: uuid(),
    decidedAt: moment(),
    missedOn: date(),
    /** How the other side was told, when it had to be. */
    noticeFileId: uuid(),
    noticeGivenOn: date(),
    /** What was settled or does not apply when it was terminated. */
    exitItems: text().array().notNull().default(sql`'{}'`),
    /** The talks about what comes after. */
    negotiationId: uuid(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.decidedBy, members),
    belongsTo(t, t.noticeFileId, files),
    belongsTo(t, t.negotiationId, negotiations),
    oneOf('agreement_decisions_decision', t.decision, ['renew', 'renegotiate', 'terminate', 'lapse']),
    uniqueIndex('agreement_decisions_once').on(t.workspaceId, t.agreementId, t.noticeOn),
    index('agreement_decisions_account').on(t.workspaceId, t.accountId),
    index('agreement_decisions_decided_by').on(t.workspaceId, t.decidedBy),
    index('agreement_decisions_file').on(t.workspaceId, t.noticeFileId),
    index('agreement_decisions_negotiation').on(t.workspaceId, t.negotiationId),
  ],
)

/** What one side proposed to change, for or against: kept whether it was taken or not. BGM-4.3. */
export const agreementProposals = pgTable(
  'agreement_proposals',
  {
    ...part,
    /** The amendment that took it up. */
    versionId: uuid(),
    side: text().notNull(),
    stance: text().notNull(),
    clauseKeys: text().array().notNull().default(sql`'{}'`),
    text: text().notNull(),
    reason: text(),
    state: text().notNull().default('open'),
    stateReason: text(),
    interactionId: uuid(),
    recordedBy: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.versionId, agreementVersions),
    belongsTo(t, t.interactionId, interactions),
    belongsTo(t, t.recordedBy, members),
    oneOf('agreement_proposals_side', t.side, ['us', 'them']),
    oneOf('agreement_proposals_stance', t.stance, ['for', 'against']),
    oneOf('agreement_proposals_state', t.state, ['open', 'taken', 'declined']),
    index('agreement_proposals_agreement').on(t.workspaceId, t.agreementId, t.id),
    index('agreement_proposals_account').on(t.workspaceId, t.accountId),
    index('agreement_proposals_version').on(t.workspaceId, t.versionId),
    index('agreement_proposals_interaction').on(t.workspaceId, t.interactionId),
    index('agreement_proposals_recorded_by').on(t.workspaceId, t.recordedBy),
  ],
)

/** Which colleague must know a version, by when, and when they said that they do. C01. */
export const agreementReaders = pgTable(
  'agreement_readers',
  {
    ...part,
    versionId: uuid().notNull(),
    memberId: uuid().notNull(),
    message: text(),
    required: boolean().notNull().default(true),
    dueOn: date().notNull(),
    acknowledgedAt: moment(),
    comment: text(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.versionId, agreementVersions),
    belongsTo(t, t.memberId, members),
    uniqueIndex('agreement_readers_once').on(t.workspaceId, t.versionId, t.memberId).where(sql`archived_at is null`),
    index('agreement_readers_version').on(t.workspaceId, t.versionId),
    index('agreement_readers_agreement').on(t.workspaceId, t.agreementId),
    index('agreement_readers_account').on(t.workspaceId, t.accountId),
    index('agreement_readers_member').on(t.workspaceId, t.memberId, t.dueOn, t.id),
  ],
)

/** What a side owes under an agreement, once or again and again; each time it is due is an occurrence. A04. */
export const obligations = pgTable(
  'obligations',
  {
    ...part,
    clauseKey: text(),
    party: text().notNull(),
    kind: text().notNull(),
    text: text().notNull(),
    ownerId: uuid().notNull(),
    personId: uuid(),
    schedule: text().notNull(),
    everyMonths: integer(),
    firstDueOn: date(),
    lastDueOn: date(),
    dayRule: text().notNull().default('none'),
    leadDays: integer().notNull().default(7),
    graceDays: integer().notNull().default(0),
    evidenceRequired: boolean().notNull().default(false),
    acceptorId: uuid(),
    /** What it costs to be late: by level reached, of a monthly fee, up to a cap. K05. */
    penalty: jsonb().$type<Readonly<Record<string, unknown>>>(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.ownerId, members),
    belongsTo(t, t.personId, people),
    belongsTo(t, t.acceptorId, members),
    oneOf('obligations_party', t.party, parties),
    oneOf('obligations_kind', t.kind, [
      'pay',
      'deliver',
      'report',
      'quality',
      'volume',
      'exclusivity',
      'insurance',
      'notice',
      'review',
      'data',
      'other',
    ]),
    oneOf('obligations_schedule', t.schedule, ['once', 'recurring', 'event']),
    oneOf('obligations_day_rule', t.dayRule, ['none', 'following', 'modifiedFollowing', 'preceding']),
    index('obligations_agreement').on(t.workspaceId, t.agreementId),
    index('obligations_account').on(t.workspaceId, t.accountId),
    index('obligations_owner').on(t.workspaceId, t.ownerId),
    index('obligations_person').on(t.workspaceId, t.personId),
    index('obligations_acceptor').on(t.workspaceId, t.acceptorId),
  ],
)

export const obligationOccurrences = pgTable(
  'obligation_occurrences',
  {
    ...part,
    obligationId: uuid().notNull(),
    ownerId: uuid().notNull(),
    party: text().notNull(),
    nominalOn: date().notNull(),
    dueOn: date().notNull(),
    state: text().notNull().default('scheduled'),
    note: text(),
    fileId: uuid(),
    submittedBy: uuid(),
    submittedAt: moment(),
    decidedBy: uuid(),
    decidedAt: moment(),
    reason: text(),
    penaltyAmount: money(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.obligationId, obligations),
    belongsTo(t, t.ownerId, members),
    belongsTo(t, t.fileId, files),
    belongsTo(t, t.submittedBy, members),
    belongsTo(t, t.decidedBy, members),
    oneOf('obligation_occurrences_party', t.party, parties),
    oneOf('obligation_occurrences_state', t.state, [
      'scheduled',
      'due',
      'submitted',
      'accepted',
      'waived',
      'cancelled',
    ]),
    uniqueIndex('obligation_occurrences_once').on(t.workspaceId, t.obligationId, t.nominalOn),
    index('obligation_occurrences_agreement').on(t.workspaceId, t.agreementId, t.dueOn, t.id),
    index('obligation_occurrences_account').on(t.workspaceId, t.accountId),
    index('obligation_occurrences_owner').on(t.workspaceId, t.ownerId, t.dueOn, t.id),
    index('obligation_occurrences_open')
      .on(t.workspaceId, t.dueOn, t.id)
      .where(sql`state in ('scheduled', 'due', 'submitted') and archived_at is null`),
    index('obligation_occurrences_file').on(t.workspaceId, t.fileId),
    index('obligation_occurrences_submitted_by').on(t.workspaceId, t.submittedBy),
    index('obligation_occurrences_decided_by').on(t.workspaceId, t.decidedBy),
  ],
)

/** A member's calendar of ends, deadlines and due days, read by whoever holds its secret. A new secret ends the old one. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  { ...tenant, memberId: uuid().notNull(), secretHash: text() },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.memberId, members),
    uniqueIndex('calendar_feeds_member').on(t.workspaceId, t.memberId),
  ],
)
