import { defineManifest } from '@/lib/kernel/manifest'
import { clients, everyone, grant } from '@/lib/kernel/permission'

/** Who may at all. Which agreements is decided by the account; what is confidential is for those who serve it. */
export const may = grant('agreements', {
  see: everyone,
  /** Drafting, for accounts that they edit. */
  draft: ['accountManager', 'salesLead', 'manager', 'administrator'],
  /** Handing in and accepting what is owed, and keeping originals: for whoever is named for it and those who edit the account. */
  fulfil: ['accountManager', 'salesAssistant', 'salesLead', 'manager', 'specialist', 'administrator'],
  /** Answering for the expertise that one is asked for. */
  advise: ['accountManager', 'salesAssistant', 'salesLead', 'manager', 'specialist', 'administrator'],
  /** Suspending, giving notice and terminating. */
  end: ['manager', 'administrator'],
  /** Legal hold: of specialists, those of law. */
  hold: ['manager', 'specialist', 'administrator'],
  /** What calendars read by a secret link. */
  readFeed: clients,
  configure: ['salesLead', 'manager', 'administrator'],
  /** Signing what one is named for. */
  sign: ['accountManager', 'salesAssistant', 'salesLead', 'manager', 'specialist', 'administrator'],
  /** Reading and signing by the signed link that one was given. */
  signByLink: clients,
  keepTime: ['administrator'],
})

/** Formal agreements with clients and suppliers: drafted, consented to, signed, kept, changed and ended. */
export const manifest = defineManifest({
  name: 'agreements',
  needs: [
    'workspace',
    'files',
    'notifications',
    'accounts',
    'approvals',
    'links',
    'mail',
    'contacts',
    'interactions',
    'sales',
    'terms',
    'negotiations',
  ],
  indicators: ['BGM-3.1', 'BGM-3.2', 'BGM-3.3', 'BGM-4.3'],
  record: 'agreementId',
  queues: [
    'approvals.finished',
    'agreements.sentOut',
    'agreements.paperAsked',
    'agreements.turnCame',
    'agreements.executed',
    'agreements.certified',
    'agreements.remindAdvice',
    'agreements.remindReaders',
    'agreements.remindSeals',
    'agreements.turnVersions',
    'agreements.keepTerms',
  ],
  may,
})
