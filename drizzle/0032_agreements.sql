CREATE TABLE "agreement_advice" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"clause_key" text NOT NULL,
	"discipline" text NOT NULL,
	"trigger" text,
	"blocking" boolean NOT NULL,
	"privileged" boolean DEFAULT false NOT NULL,
	"question" text,
	"background" text,
	"due_on" date,
	"asked_by" uuid NOT NULL,
	"advisor_id" uuid,
	"advisor_name" text,
	"state" text DEFAULT 'suggested' NOT NULL,
	"recommendation" text,
	"answer" text,
	"file_id" uuid,
	"answered_at" timestamp with time zone,
	"declined_because" text,
	"waived_because" text,
	"decision" text,
	"decision_reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	CONSTRAINT "agreement_advice_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "agreement_advice_discipline" CHECK ("agreement_advice"."discipline" in ('legal', 'finance', 'quality', 'logistics', 'director')),
	CONSTRAINT "agreement_advice_state" CHECK ("agreement_advice"."state" in ('suggested', 'requested', 'accepted', 'answered', 'decided', 'waived', 'declined', 'cancelled')),
	CONSTRAINT "agreement_advice_recommendation" CHECK ("agreement_advice"."recommendation" in ('proceed', 'proceedWithChanges', 'doNotProceed')),
	CONSTRAINT "agreement_advice_decision" CHECK ("agreement_advice"."decision" in ('followed', 'partly', 'notFollowed'))
);
--> statement-breakpoint
ALTER TABLE "agreement_advice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_clauses" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"heading" text NOT NULL,
	"body" text NOT NULL,
	"library_code" text,
	"library_edition" integer,
	"aspect" text NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"deviation" text DEFAULT 'none' NOT NULL,
	"deviation_reason" text,
	"issue_key" text,
	"term_code" text,
	"value" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "agreement_clauses_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "agreement_clauses_aspect" CHECK ("agreement_clauses"."aspect" in ('price', 'credit', 'legal', 'supply', 'quality', 'marketing', 'data')),
	CONSTRAINT "agreement_clauses_deviation" CHECK ("agreement_clauses"."deviation" in ('none', 'minor', 'material'))
);
--> statement-breakpoint
ALTER TABLE "agreement_clauses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_decisions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"ends_on" date NOT NULL,
	"notice_on" date NOT NULL,
	"decision" text,
	"reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"missed_on" date,
	"notice_file_id" uuid,
	"notice_given_on" date,
	"negotiation_id" uuid,
	"archived_at" timestamp with time zone,
	CONSTRAINT "agreement_decisions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "agreement_decisions_decision" CHECK ("agreement_decisions"."decision" in ('renew', 'renegotiate', 'terminate', 'lapse'))
);
--> statement-breakpoint
ALTER TABLE "agreement_decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_proposals" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"version_id" uuid,
	"side" text NOT NULL,
	"stance" text NOT NULL,
	"clause_keys" text[] DEFAULT '{}' NOT NULL,
	"text" text NOT NULL,
	"reason" text,
	"state" text DEFAULT 'open' NOT NULL,
	"state_reason" text,
	"interaction_id" uuid,
	"recorded_by" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "agreement_proposals_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "agreement_proposals_side" CHECK ("agreement_proposals"."side" in ('us', 'them')),
	CONSTRAINT "agreement_proposals_stance" CHECK ("agreement_proposals"."stance" in ('for', 'against')),
	CONSTRAINT "agreement_proposals_state" CHECK ("agreement_proposals"."state" in ('open', 'taken', 'declined'))
);
--> statement-breakpoint
ALTER TABLE "agreement_proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_readers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"message" text,
	"required" boolean DEFAULT true NOT NULL,
	"due_on" date NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"comment" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "agreement_readers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "agreement_readers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_seals" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"request_number" text,
	"seals" text[] NOT NULL,
	"copies" integer NOT NULL,
	"across_pages" boolean DEFAULT false NOT NULL,
	"custodian_id" uuid NOT NULL,
	"sealed_on" date,
	"sent_on" date,
	"due_back_on" date,
	"returned_on" date,
	"kept_at" text,
	"file_id" uuid,
	"note" text,
	"asked_by" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "agreement_seals_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "agreement_seals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_settings" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"our_name" text,
	"our_business_number" text,
	"our_address" text,
	"our_representative" text,
	"letter_up_to" numeric(18, 4),
	"full_from" numeric(18, 4),
	"full_kinds" text[] DEFAULT '{}' NOT NULL,
	"retention_years" integer DEFAULT 10 NOT NULL,
	"acknowledge_days" integer DEFAULT 3 NOT NULL,
	CONSTRAINT "agreement_settings_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "agreement_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_signatories" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"side" text NOT NULL,
	"part" text NOT NULL,
	"order" integer NOT NULL,
	"method" text NOT NULL,
	"member_id" uuid,
	"person_id" uuid,
	"name" text NOT NULL,
	"title" text,
	"mail_to" text,
	"state" text DEFAULT 'waiting' NOT NULL,
	"link_id" uuid,
	"noticed_at" timestamp with time zone,
	"objected_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"signed_at" timestamp with time zone,
	"signed_on" date,
	"shown_hash" text,
	"consent_edition" integer,
	"signature" jsonb,
	"network" text,
	"device" text,
	"file_id" uuid,
	"declined_because" text,
	"recorded_by" uuid,
	"archived_at" timestamp with time zone,
	CONSTRAINT "agreement_signatories_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "agreement_signatories_side" CHECK ("agreement_signatories"."side" in ('us', 'them')),
	CONSTRAINT "agreement_signatories_part" CHECK ("agreement_signatories"."part" in ('approver', 'signer')),
	CONSTRAINT "agreement_signatories_method" CHECK ("agreement_signatories"."method" in ('electronic', 'seal', 'ink')),
	CONSTRAINT "agreement_signatories_state" CHECK ("agreement_signatories"."state" in ('waiting', 'asked', 'signed', 'declined', 'void'))
);
--> statement-breakpoint
ALTER TABLE "agreement_signatories" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_templates" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"english_name" text NOT NULL,
	"kind" text NOT NULL,
	"form" text NOT NULL,
	"direction" text DEFAULT 'sell' NOT NULL,
	"clause_codes" text[] NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "agreement_templates_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "agreement_templates_kind" CHECK ("agreement_templates"."kind" in ('annualTerms', 'framework', 'supply', 'distribution', 'service', 'promotion', 'nda', 'letterOfIntent', 'consignment', 'other')),
	CONSTRAINT "agreement_templates_form" CHECK ("agreement_templates"."form" in ('confirmationLetter', 'standardContract', 'fullContract')),
	CONSTRAINT "agreement_templates_direction" CHECK ("agreement_templates"."direction" in ('sell', 'buy'))
);
--> statement-breakpoint
ALTER TABLE "agreement_templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_timeline" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date,
	CONSTRAINT "agreement_timeline_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "agreement_timeline" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_versions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text DEFAULT 'original' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"our_name" text,
	"our_business_number" text,
	"our_address" text,
	"our_representative" text,
	"their_name" text,
	"their_business_number" text,
	"their_address" text,
	"their_representative" text,
	"currency" text DEFAULT 'TWD' NOT NULL,
	"yearly_value" numeric(18, 4),
	"value_basis" text,
	"starts_on" date,
	"months" integer,
	"renewal" text DEFAULT 'none' NOT NULL,
	"renewal_months" integer,
	"notice_count" integer,
	"notice_unit" text DEFAULT 'day' NOT NULL,
	"governing_law" text,
	"venue" text,
	"reason" text,
	"retroactive_reason" text,
	"provisional_terms" text,
	"provisional_file_id" uuid,
	"interaction_id" uuid,
	"negotiation_id" uuid,
	"term_version_id" uuid,
	"paper_file_id" uuid,
	"content_hash" text NOT NULL,
	"frozen_file_id" uuid,
	"frozen_hash" text,
	"final_file_id" uuid,
	"drafted_by" uuid NOT NULL,
	"executed_on" date,
	"recorded_at" timestamp with time zone,
	"recorded_by" uuid,
	"archived_at" timestamp with time zone,
	CONSTRAINT "agreement_versions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "agreement_versions_kind" CHECK ("agreement_versions"."kind" in ('original', 'amendment', 'temporary', 'renewal', 'restatement')),
	CONSTRAINT "agreement_versions_renewal" CHECK ("agreement_versions"."renewal" in ('none', 'manual', 'autoRenew', 'autoExtend')),
	CONSTRAINT "agreement_versions_notice_unit" CHECK ("agreement_versions"."notice_unit" in ('day', 'month')),
	CONSTRAINT "agreement_versions_state" CHECK ("agreement_versions"."state" in ('draft', 'inApproval', 'approved', 'outForSignature', 'executed', 'void'))
);
--> statement-breakpoint
ALTER TABLE "agreement_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreements" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"code" text NOT NULL,
	"direction" text DEFAULT 'sell' NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"state_reason" text,
	"paper" text DEFAULT 'ours' NOT NULL,
	"form" text DEFAULT 'standardContract' NOT NULL,
	"form_reasons" text[] DEFAULT '{}' NOT NULL,
	"language" text DEFAULT 'zh-TW' NOT NULL,
	"currency" text DEFAULT 'TWD' NOT NULL,
	"yearly_value" numeric(18, 4),
	"confidential" boolean DEFAULT false NOT NULL,
	"owner_id" uuid NOT NULL,
	"backup_id" uuid,
	"parent_id" uuid,
	"negotiation_id" uuid,
	"scope_name" text DEFAULT '' NOT NULL,
	"starts_on" date,
	"ends_on" date DEFAULT '9999-12-31' NOT NULL,
	"notice_on" date DEFAULT '9999-12-31' NOT NULL,
	"renewal" text DEFAULT 'none' NOT NULL,
	"executed_on" date,
	"active_since" date,
	"suspended_since" date,
	"suspended_until" date,
	"ended_on" date,
	"current_version_id" uuid,
	"retention_until" date,
	"legal_hold" boolean DEFAULT false NOT NULL,
	"legal_hold_reason" text,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "agreements_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "agreements_direction" CHECK ("agreements"."direction" in ('sell', 'buy')),
	CONSTRAINT "agreements_kind" CHECK ("agreements"."kind" in ('annualTerms', 'framework', 'supply', 'distribution', 'service', 'promotion', 'nda', 'letterOfIntent', 'consignment', 'other')),
	CONSTRAINT "agreements_state" CHECK ("agreements"."state" in ('draft', 'internalReview', 'approved', 'outForSignature', 'executed', 'active', 'suspended', 'expired', 'superseded', 'terminated')),
	CONSTRAINT "agreements_paper" CHECK ("agreements"."paper" in ('ours', 'theirs')),
	CONSTRAINT "agreements_form" CHECK ("agreements"."form" in ('confirmationLetter', 'standardContract', 'fullContract')),
	CONSTRAINT "agreements_language" CHECK ("agreements"."language" in ('zh-TW', 'en')),
	CONSTRAINT "agreements_renewal" CHECK ("agreements"."renewal" in ('none', 'manual', 'autoRenew', 'autoExtend'))
);
--> statement-breakpoint
ALTER TABLE "agreements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "library_clauses" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"code" text NOT NULL,
	"edition" integer NOT NULL,
	"heading" text NOT NULL,
	"english_heading" text NOT NULL,
	"standard" text NOT NULL,
	"english_standard" text NOT NULL,
	"fallback" text,
	"english_fallback" text,
	"walk_away" text,
	"plain" text,
	"english_plain" text,
	"aspect" text NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"written_by" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "library_clauses_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "library_clauses_aspect" CHECK ("library_clauses"."aspect" in ('price', 'credit', 'legal', 'supply', 'quality', 'marketing', 'data'))
);
--> statement-breakpoint
ALTER TABLE "library_clauses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "obligation_occurrences" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"obligation_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"party" text NOT NULL,
	"nominal_on" date NOT NULL,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'scheduled' NOT NULL,
	"note" text,
	"file_id" uuid,
	"submitted_by" uuid,
	"submitted_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"penalty_amount" numeric(18, 4),
	"archived_at" timestamp with time zone,
	CONSTRAINT "obligation_occurrences_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "obligation_occurrences_party" CHECK ("obligation_occurrences"."party" in ('us', 'them', 'both')),
	CONSTRAINT "obligation_occurrences_state" CHECK ("obligation_occurrences"."state" in ('scheduled', 'due', 'submitted', 'accepted', 'waived', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "obligation_occurrences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "obligations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"clause_key" text,
	"party" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"person_id" uuid,
	"schedule" text NOT NULL,
	"every_months" integer,
	"first_due_on" date,
	"last_due_on" date,
	"day_rule" text DEFAULT 'none' NOT NULL,
	"lead_days" integer DEFAULT 7 NOT NULL,
	"grace_days" integer DEFAULT 0 NOT NULL,
	"evidence_required" boolean DEFAULT false NOT NULL,
	"acceptor_id" uuid,
	"penalty" jsonb,
	"archived_at" timestamp with time zone,
	CONSTRAINT "obligations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "obligations_party" CHECK ("obligations"."party" in ('us', 'them', 'both')),
	CONSTRAINT "obligations_kind" CHECK ("obligations"."kind" in ('pay', 'deliver', 'report', 'quality', 'volume', 'exclusivity', 'insurance', 'notice', 'review', 'data', 'other')),
	CONSTRAINT "obligations_schedule" CHECK ("obligations"."schedule" in ('once', 'recurring', 'event')),
	CONSTRAINT "obligations_day_rule" CHECK ("obligations"."day_rule" in ('none', 'following', 'modifiedFollowing', 'preceding'))
);
--> statement-breakpoint
ALTER TABLE "obligations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "kpi_actions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kpi_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"breach_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"text" text NOT NULL,
	"due_on" date NOT NULL,
	"effect" text,
	"done_at" timestamp with time zone,
	"result" text,
	"file_id" uuid,
	"archived_at" timestamp with time zone,
	CONSTRAINT "kpi_actions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "kpi_actions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "kpi_breaches" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kpi_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"opened_period" text NOT NULL,
	"opened_from" date NOT NULL,
	"because" text NOT NULL,
	"green_period" text,
	"state" text DEFAULT 'open' NOT NULL,
	"acknowledged_by" uuid,
	"acknowledged_at" timestamp with time zone,
	"cause_kind" text,
	"cause" text,
	"plan" text,
	"verified_by" uuid,
	"verified_at" timestamp with time zone,
	"verification" text,
	"closed_at" timestamp with time zone,
	"void_because" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "kpi_breaches_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "kpi_breaches_because" CHECK ("kpi_breaches"."because" in ('consecutive', 'frequent', 'once')),
	CONSTRAINT "kpi_breaches_state" CHECK ("kpi_breaches"."state" in ('open', 'acknowledged', 'actionPlanned', 'inProgress', 'verified', 'closed', 'void'))
);
--> statement-breakpoint
ALTER TABLE "kpi_breaches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "kpi_definitions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"english_name" text NOT NULL,
	"unit" text NOT NULL,
	"direction" text NOT NULL,
	"aggregation" text NOT NULL,
	"decimals" integer DEFAULT 1 NOT NULL,
	"category" text NOT NULL,
	"definition" text,
	"english_definition" text,
	"numerator" text,
	"denominator" text,
	"exclusions" text,
	"measured_from" text,
	"retired" boolean DEFAULT false NOT NULL,
	CONSTRAINT "kpi_definitions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "kpi_definitions_direction" CHECK ("kpi_definitions"."direction" in ('higher', 'lower', 'range')),
	CONSTRAINT "kpi_definitions_aggregation" CHECK ("kpi_definitions"."aggregation" in ('ratio', 'sum', 'mean', 'last', 'max'))
);
--> statement-breakpoint
ALTER TABLE "kpi_definitions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "kpi_imports" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"file_id" uuid,
	"via" text NOT NULL,
	"state" text NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"revised" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"rejected" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rejected_count" integer DEFAULT 0 NOT NULL,
	"started_by" uuid NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "kpi_imports_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "kpi_imports_via" CHECK ("kpi_imports"."via" in ('file', 'api')),
	CONSTRAINT "kpi_imports_state" CHECK ("kpi_imports"."state" in ('waiting', 'running', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "kpi_imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "kpi_measurements" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kpi_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"period" text NOT NULL,
	"from_day" date NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"current" boolean DEFAULT true NOT NULL,
	"numerator" numeric,
	"denominator" numeric,
	"value" numeric NOT NULL,
	"source" text NOT NULL,
	"reason" text,
	"note" text,
	"file_id" uuid,
	"import_id" uuid,
	"entered_by" uuid NOT NULL,
	"sharing" text DEFAULT 'notShared' NOT NULL,
	"their_value" numeric,
	"their_source" text,
	"dispute_note" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "kpi_measurements_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "kpi_measurements_source" CHECK ("kpi_measurements"."source" in ('manual', 'import', 'deliveries', 'sales', 'survey', 'api')),
	CONSTRAINT "kpi_measurements_sharing" CHECK ("kpi_measurements"."sharing" in ('notShared', 'shared', 'agreed', 'disputed'))
);
--> statement-breakpoint
ALTER TABLE "kpi_measurements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "kpi_targets" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kpi_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date DEFAULT '9999-12-31' NOT NULL,
	"seasonal" boolean DEFAULT false NOT NULL,
	"target" numeric,
	"amber" numeric,
	"zero" numeric,
	"low" numeric,
	"high" numeric,
	"tolerance" numeric,
	"archived_at" timestamp with time zone,
	CONSTRAINT "kpi_targets_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "kpi_targets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "kpis" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"english_name" text NOT NULL,
	"unit" text NOT NULL,
	"direction" text NOT NULL,
	"aggregation" text NOT NULL,
	"decimals" integer NOT NULL,
	"definition" text,
	"numerator" text,
	"denominator" text,
	"clause_key" text,
	"party" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"weight" numeric DEFAULT '1' NOT NULL,
	"source" text NOT NULL,
	"frequency" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date DEFAULT '9999-12-31' NOT NULL,
	"grace_days" integer DEFAULT 5 NOT NULL,
	"cumulative" boolean DEFAULT false NOT NULL,
	"breach_rule" jsonb NOT NULL,
	"plan_required" boolean DEFAULT true NOT NULL,
	"consequence" text DEFAULT 'none' NOT NULL,
	"consequence_note" text,
	"shared" boolean DEFAULT false NOT NULL,
	"latest_period" text,
	"latest_from" date,
	"latest_value" numeric,
	"latest_target" numeric,
	"latest_status" text DEFAULT 'noData' NOT NULL,
	"latest_attainment" numeric,
	"projection" numeric,
	"projection_by" text,
	"missing_since" date DEFAULT '9999-12-31' NOT NULL,
	"open_breaches" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "kpis_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "kpis_direction" CHECK ("kpis"."direction" in ('higher', 'lower', 'range')),
	CONSTRAINT "kpis_aggregation" CHECK ("kpis"."aggregation" in ('ratio', 'sum', 'mean', 'last', 'max')),
	CONSTRAINT "kpis_party" CHECK ("kpis"."party" in ('us', 'them', 'joint')),
	CONSTRAINT "kpis_source" CHECK ("kpis"."source" in ('manual', 'import', 'deliveries', 'sales', 'survey', 'api')),
	CONSTRAINT "kpis_frequency" CHECK ("kpis"."frequency" in ('month', 'quarter', 'year')),
	CONSTRAINT "kpis_consequence" CHECK ("kpis"."consequence" in ('none', 'credit', 'rebate', 'penalty', 'actionPlan')),
	CONSTRAINT "kpis_latest_status" CHECK ("kpis"."latest_status" in ('green', 'amber', 'red', 'noData'))
);
--> statement-breakpoint
ALTER TABLE "kpis" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "serial_numbers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "serial_numbers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "serial_numbers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "agreement_advice" ADD CONSTRAINT "agreement_advice_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_advice" ADD CONSTRAINT "agreement_advice_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_advice" ADD CONSTRAINT "agreement_advice_workspace_id_version_id_agreement_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."agreement_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_advice" ADD CONSTRAINT "agreement_advice_workspace_id_asked_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","asked_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_advice" ADD CONSTRAINT "agreement_advice_workspace_id_advisor_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","advisor_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_advice" ADD CONSTRAINT "agreement_advice_workspace_id_decided_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","decided_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_advice" ADD CONSTRAINT "agreement_advice_workspace_id_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_clauses" ADD CONSTRAINT "agreement_clauses_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_clauses" ADD CONSTRAINT "agreement_clauses_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_clauses" ADD CONSTRAINT "agreement_clauses_workspace_id_version_id_agreement_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."agreement_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_decisions" ADD CONSTRAINT "agreement_decisions_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_decisions" ADD CONSTRAINT "agreement_decisions_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_decisions" ADD CONSTRAINT "agreement_decisions_workspace_id_decided_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","decided_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_decisions" ADD CONSTRAINT "agreement_decisions_workspace_id_notice_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","notice_file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_decisions" ADD CONSTRAINT "agreement_decisions_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_proposals" ADD CONSTRAINT "agreement_proposals_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_proposals" ADD CONSTRAINT "agreement_proposals_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_proposals" ADD CONSTRAINT "agreement_proposals_workspace_id_version_id_agreement_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."agreement_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_proposals" ADD CONSTRAINT "agreement_proposals_workspace_id_interaction_id_interactions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","interaction_id") REFERENCES "public"."interactions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_proposals" ADD CONSTRAINT "agreement_proposals_workspace_id_recorded_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","recorded_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_readers" ADD CONSTRAINT "agreement_readers_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_readers" ADD CONSTRAINT "agreement_readers_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_readers" ADD CONSTRAINT "agreement_readers_workspace_id_version_id_agreement_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."agreement_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_readers" ADD CONSTRAINT "agreement_readers_workspace_id_member_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_seals" ADD CONSTRAINT "agreement_seals_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_seals" ADD CONSTRAINT "agreement_seals_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_seals" ADD CONSTRAINT "agreement_seals_workspace_id_version_id_agreement_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."agreement_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_seals" ADD CONSTRAINT "agreement_seals_workspace_id_custodian_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","custodian_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_seals" ADD CONSTRAINT "agreement_seals_workspace_id_asked_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","asked_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_seals" ADD CONSTRAINT "agreement_seals_workspace_id_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_signatories" ADD CONSTRAINT "agreement_signatories_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_signatories" ADD CONSTRAINT "agreement_signatories_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_signatories" ADD CONSTRAINT "agreement_signatories_workspace_id_version_id_agreement_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."agreement_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_signatories" ADD CONSTRAINT "agreement_signatories_workspace_id_member_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_signatories" ADD CONSTRAINT "agreement_signatories_workspace_id_person_id_people_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."people"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_signatories" ADD CONSTRAINT "agreement_signatories_workspace_id_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_signatories" ADD CONSTRAINT "agreement_signatories_workspace_id_recorded_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","recorded_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_timeline" ADD CONSTRAINT "agreement_timeline_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_timeline" ADD CONSTRAINT "agreement_timeline_workspace_id_version_id_agreement_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."agreement_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_versions" ADD CONSTRAINT "agreement_versions_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_versions" ADD CONSTRAINT "agreement_versions_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_versions" ADD CONSTRAINT "agreement_versions_workspace_id_provisional_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","provisional_file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_versions" ADD CONSTRAINT "agreement_versions_workspace_id_interaction_id_interactions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","interaction_id") REFERENCES "public"."interactions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_versions" ADD CONSTRAINT "agreement_versions_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_versions" ADD CONSTRAINT "agreement_versions_workspace_id_term_version_id_term_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","term_version_id") REFERENCES "public"."term_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_versions" ADD CONSTRAINT "agreement_versions_workspace_id_paper_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","paper_file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_versions" ADD CONSTRAINT "agreement_versions_workspace_id_frozen_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","frozen_file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_versions" ADD CONSTRAINT "agreement_versions_workspace_id_final_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","final_file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_versions" ADD CONSTRAINT "agreement_versions_workspace_id_drafted_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","drafted_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_versions" ADD CONSTRAINT "agreement_versions_workspace_id_recorded_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","recorded_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_workspace_id_owner_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_workspace_id_backup_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","backup_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_clauses" ADD CONSTRAINT "library_clauses_workspace_id_written_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","written_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation_occurrences" ADD CONSTRAINT "obligation_occurrences_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation_occurrences" ADD CONSTRAINT "obligation_occurrences_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation_occurrences" ADD CONSTRAINT "obligation_occurrences_workspace_id_obligation_id_obligations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","obligation_id") REFERENCES "public"."obligations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation_occurrences" ADD CONSTRAINT "obligation_occurrences_workspace_id_owner_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation_occurrences" ADD CONSTRAINT "obligation_occurrences_workspace_id_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation_occurrences" ADD CONSTRAINT "obligation_occurrences_workspace_id_submitted_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","submitted_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation_occurrences" ADD CONSTRAINT "obligation_occurrences_workspace_id_decided_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","decided_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_workspace_id_owner_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_workspace_id_person_id_people_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."people"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_workspace_id_acceptor_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","acceptor_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_actions" ADD CONSTRAINT "kpi_actions_workspace_id_kpi_id_kpis_workspace_id_id_fk" FOREIGN KEY ("workspace_id","kpi_id") REFERENCES "public"."kpis"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_actions" ADD CONSTRAINT "kpi_actions_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_actions" ADD CONSTRAINT "kpi_actions_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_actions" ADD CONSTRAINT "kpi_actions_workspace_id_breach_id_kpi_breaches_workspace_id_id_fk" FOREIGN KEY ("workspace_id","breach_id") REFERENCES "public"."kpi_breaches"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_actions" ADD CONSTRAINT "kpi_actions_workspace_id_owner_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_actions" ADD CONSTRAINT "kpi_actions_workspace_id_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_breaches" ADD CONSTRAINT "kpi_breaches_workspace_id_kpi_id_kpis_workspace_id_id_fk" FOREIGN KEY ("workspace_id","kpi_id") REFERENCES "public"."kpis"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_breaches" ADD CONSTRAINT "kpi_breaches_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_breaches" ADD CONSTRAINT "kpi_breaches_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_breaches" ADD CONSTRAINT "kpi_breaches_workspace_id_acknowledged_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","acknowledged_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_breaches" ADD CONSTRAINT "kpi_breaches_workspace_id_verified_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","verified_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_imports" ADD CONSTRAINT "kpi_imports_workspace_id_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_imports" ADD CONSTRAINT "kpi_imports_workspace_id_started_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","started_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_measurements" ADD CONSTRAINT "kpi_measurements_workspace_id_kpi_id_kpis_workspace_id_id_fk" FOREIGN KEY ("workspace_id","kpi_id") REFERENCES "public"."kpis"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_measurements" ADD CONSTRAINT "kpi_measurements_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_measurements" ADD CONSTRAINT "kpi_measurements_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_measurements" ADD CONSTRAINT "kpi_measurements_workspace_id_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_measurements" ADD CONSTRAINT "kpi_measurements_workspace_id_import_id_kpi_imports_workspace_id_id_fk" FOREIGN KEY ("workspace_id","import_id") REFERENCES "public"."kpi_imports"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_measurements" ADD CONSTRAINT "kpi_measurements_workspace_id_entered_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","entered_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_targets" ADD CONSTRAINT "kpi_targets_workspace_id_kpi_id_kpis_workspace_id_id_fk" FOREIGN KEY ("workspace_id","kpi_id") REFERENCES "public"."kpis"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_targets" ADD CONSTRAINT "kpi_targets_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_targets" ADD CONSTRAINT "kpi_targets_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_targets" ADD CONSTRAINT "kpi_targets_workspace_id_version_id_agreement_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."agreement_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpis" ADD CONSTRAINT "kpis_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpis" ADD CONSTRAINT "kpis_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpis" ADD CONSTRAINT "kpis_workspace_id_owner_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_advice_version" ON "agreement_advice" USING btree ("workspace_id","version_id","clause_key");--> statement-breakpoint
CREATE INDEX "agreement_advice_agreement" ON "agreement_advice" USING btree ("workspace_id","agreement_id","id");--> statement-breakpoint
CREATE INDEX "agreement_advice_account" ON "agreement_advice" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "agreement_advice_asked_by" ON "agreement_advice" USING btree ("workspace_id","asked_by");--> statement-breakpoint
CREATE INDEX "agreement_advice_advisor" ON "agreement_advice" USING btree ("workspace_id","advisor_id","due_on","id");--> statement-breakpoint
CREATE INDEX "agreement_advice_decided_by" ON "agreement_advice" USING btree ("workspace_id","decided_by");--> statement-breakpoint
CREATE INDEX "agreement_advice_file" ON "agreement_advice" USING btree ("workspace_id","file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_clauses_key" ON "agreement_clauses" USING btree ("workspace_id","version_id","key") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "agreement_clauses_version" ON "agreement_clauses" USING btree ("workspace_id","version_id","position");--> statement-breakpoint
CREATE INDEX "agreement_clauses_agreement" ON "agreement_clauses" USING btree ("workspace_id","agreement_id");--> statement-breakpoint
CREATE INDEX "agreement_clauses_account" ON "agreement_clauses" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "agreement_clauses_library" ON "agreement_clauses" USING btree ("workspace_id","library_code","id") WHERE archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_decisions_once" ON "agreement_decisions" USING btree ("workspace_id","agreement_id","notice_on");--> statement-breakpoint
CREATE INDEX "agreement_decisions_account" ON "agreement_decisions" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "agreement_decisions_decided_by" ON "agreement_decisions" USING btree ("workspace_id","decided_by");--> statement-breakpoint
CREATE INDEX "agreement_decisions_file" ON "agreement_decisions" USING btree ("workspace_id","notice_file_id");--> statement-breakpoint
CREATE INDEX "agreement_decisions_negotiation" ON "agreement_decisions" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "agreement_proposals_agreement" ON "agreement_proposals" USING btree ("workspace_id","agreement_id","id");--> statement-breakpoint
CREATE INDEX "agreement_proposals_account" ON "agreement_proposals" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "agreement_proposals_version" ON "agreement_proposals" USING btree ("workspace_id","version_id");--> statement-breakpoint
CREATE INDEX "agreement_proposals_interaction" ON "agreement_proposals" USING btree ("workspace_id","interaction_id");--> statement-breakpoint
CREATE INDEX "agreement_proposals_recorded_by" ON "agreement_proposals" USING btree ("workspace_id","recorded_by");--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_readers_once" ON "agreement_readers" USING btree ("workspace_id","version_id","member_id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "agreement_readers_version" ON "agreement_readers" USING btree ("workspace_id","version_id");--> statement-breakpoint
CREATE INDEX "agreement_readers_agreement" ON "agreement_readers" USING btree ("workspace_id","agreement_id");--> statement-breakpoint
CREATE INDEX "agreement_readers_account" ON "agreement_readers" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "agreement_readers_member" ON "agreement_readers" USING btree ("workspace_id","member_id","due_on","id");--> statement-breakpoint
CREATE INDEX "agreement_seals_version" ON "agreement_seals" USING btree ("workspace_id","version_id");--> statement-breakpoint
CREATE INDEX "agreement_seals_agreement" ON "agreement_seals" USING btree ("workspace_id","agreement_id");--> statement-breakpoint
CREATE INDEX "agreement_seals_account" ON "agreement_seals" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "agreement_seals_custodian" ON "agreement_seals" USING btree ("workspace_id","custodian_id");--> statement-breakpoint
CREATE INDEX "agreement_seals_asked_by" ON "agreement_seals" USING btree ("workspace_id","asked_by");--> statement-breakpoint
CREATE INDEX "agreement_seals_file" ON "agreement_seals" USING btree ("workspace_id","file_id");--> statement-breakpoint
CREATE INDEX "agreement_seals_away" ON "agreement_seals" USING btree ("workspace_id","due_back_on","id") WHERE sent_on is not null and returned_on is null and archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_settings_one" ON "agreement_settings" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "agreement_signatories_version" ON "agreement_signatories" USING btree ("workspace_id","version_id","order");--> statement-breakpoint
CREATE INDEX "agreement_signatories_agreement" ON "agreement_signatories" USING btree ("workspace_id","agreement_id");--> statement-breakpoint
CREATE INDEX "agreement_signatories_account" ON "agreement_signatories" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "agreement_signatories_member" ON "agreement_signatories" USING btree ("workspace_id","member_id","state","id");--> statement-breakpoint
CREATE INDEX "agreement_signatories_person" ON "agreement_signatories" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE INDEX "agreement_signatories_file" ON "agreement_signatories" USING btree ("workspace_id","file_id");--> statement-breakpoint
CREATE INDEX "agreement_signatories_recorded_by" ON "agreement_signatories" USING btree ("workspace_id","recorded_by");--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_templates_name" ON "agreement_templates" USING btree ("workspace_id","name") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "agreement_templates_fit" ON "agreement_templates" USING btree ("workspace_id","kind","form","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "agreement_timeline_agreement" ON "agreement_timeline" USING btree ("workspace_id","agreement_id","from_day");--> statement-breakpoint
CREATE INDEX "agreement_timeline_version" ON "agreement_timeline" USING btree ("workspace_id","version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_versions_number" ON "agreement_versions" USING btree ("workspace_id","agreement_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_versions_open" ON "agreement_versions" USING btree ("workspace_id","agreement_id") WHERE state not in ('executed', 'void') and archived_at is null;--> statement-breakpoint
CREATE INDEX "agreement_versions_account" ON "agreement_versions" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "agreement_versions_provisional" ON "agreement_versions" USING btree ("workspace_id","provisional_file_id");--> statement-breakpoint
CREATE INDEX "agreement_versions_interaction" ON "agreement_versions" USING btree ("workspace_id","interaction_id");--> statement-breakpoint
CREATE INDEX "agreement_versions_negotiation" ON "agreement_versions" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "agreement_versions_terms" ON "agreement_versions" USING btree ("workspace_id","term_version_id");--> statement-breakpoint
CREATE INDEX "agreement_versions_paper" ON "agreement_versions" USING btree ("workspace_id","paper_file_id");--> statement-breakpoint
CREATE INDEX "agreement_versions_frozen" ON "agreement_versions" USING btree ("workspace_id","frozen_file_id");--> statement-breakpoint
CREATE INDEX "agreement_versions_final" ON "agreement_versions" USING btree ("workspace_id","final_file_id");--> statement-breakpoint
CREATE INDEX "agreement_versions_drafted_by" ON "agreement_versions" USING btree ("workspace_id","drafted_by");--> statement-breakpoint
CREATE INDEX "agreement_versions_recorded_by" ON "agreement_versions" USING btree ("workspace_id","recorded_by");--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_code" ON "agreements" USING btree ("workspace_id","code");--> statement-breakpoint
CREATE INDEX "agreements_by_change" ON "agreements" USING btree ("workspace_id","changed_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "agreements_by_end" ON "agreements" USING btree ("workspace_id","ends_on","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "agreements_by_notice" ON "agreements" USING btree ("workspace_id","notice_on","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "agreements_account" ON "agreements" USING btree ("workspace_id","account_id","changed_at","id");--> statement-breakpoint
CREATE INDEX "agreements_owner" ON "agreements" USING btree ("workspace_id","owner_id","changed_at","id");--> statement-breakpoint
CREATE INDEX "agreements_backup" ON "agreements" USING btree ("workspace_id","backup_id");--> statement-breakpoint
CREATE INDEX "agreements_state" ON "agreements" USING btree ("workspace_id","state","changed_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "agreements_kind" ON "agreements" USING btree ("workspace_id","kind","changed_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "agreements_parent" ON "agreements" USING btree ("workspace_id","parent_id");--> statement-breakpoint
CREATE INDEX "agreements_negotiation" ON "agreements" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "library_clauses_edition" ON "library_clauses" USING btree ("workspace_id","code","edition");--> statement-breakpoint
CREATE UNIQUE INDEX "library_clauses_in_use" ON "library_clauses" USING btree ("workspace_id","code") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "library_clauses_written_by" ON "library_clauses" USING btree ("workspace_id","written_by");--> statement-breakpoint
CREATE UNIQUE INDEX "obligation_occurrences_once" ON "obligation_occurrences" USING btree ("workspace_id","obligation_id","nominal_on");--> statement-breakpoint
CREATE INDEX "obligation_occurrences_agreement" ON "obligation_occurrences" USING btree ("workspace_id","agreement_id","due_on","id");--> statement-breakpoint
CREATE INDEX "obligation_occurrences_account" ON "obligation_occurrences" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "obligation_occurrences_owner" ON "obligation_occurrences" USING btree ("workspace_id","owner_id","due_on","id");--> statement-breakpoint
CREATE INDEX "obligation_occurrences_open" ON "obligation_occurrences" USING btree ("workspace_id","due_on","id") WHERE state in ('scheduled', 'due', 'submitted') and archived_at is null;--> statement-breakpoint
CREATE INDEX "obligation_occurrences_file" ON "obligation_occurrences" USING btree ("workspace_id","file_id");--> statement-breakpoint
CREATE INDEX "obligation_occurrences_submitted_by" ON "obligation_occurrences" USING btree ("workspace_id","submitted_by");--> statement-breakpoint
CREATE INDEX "obligation_occurrences_decided_by" ON "obligation_occurrences" USING btree ("workspace_id","decided_by");--> statement-breakpoint
CREATE INDEX "obligations_agreement" ON "obligations" USING btree ("workspace_id","agreement_id");--> statement-breakpoint
CREATE INDEX "obligations_account" ON "obligations" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "obligations_owner" ON "obligations" USING btree ("workspace_id","owner_id");--> statement-breakpoint
CREATE INDEX "obligations_person" ON "obligations" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE INDEX "obligations_acceptor" ON "obligations" USING btree ("workspace_id","acceptor_id");--> statement-breakpoint
CREATE INDEX "kpi_actions_breach" ON "kpi_actions" USING btree ("workspace_id","breach_id");--> statement-breakpoint
CREATE INDEX "kpi_actions_kpi" ON "kpi_actions" USING btree ("workspace_id","kpi_id");--> statement-breakpoint
CREATE INDEX "kpi_actions_agreement" ON "kpi_actions" USING btree ("workspace_id","agreement_id");--> statement-breakpoint
CREATE INDEX "kpi_actions_account" ON "kpi_actions" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "kpi_actions_owner" ON "kpi_actions" USING btree ("workspace_id","owner_id","due_on","id");--> statement-breakpoint
CREATE INDEX "kpi_actions_file" ON "kpi_actions" USING btree ("workspace_id","file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "kpi_breaches_opened" ON "kpi_breaches" USING btree ("workspace_id","kpi_id","opened_period") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "kpi_breaches_kpi" ON "kpi_breaches" USING btree ("workspace_id","kpi_id","opened_from");--> statement-breakpoint
CREATE INDEX "kpi_breaches_agreement" ON "kpi_breaches" USING btree ("workspace_id","agreement_id");--> statement-breakpoint
CREATE INDEX "kpi_breaches_account" ON "kpi_breaches" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "kpi_breaches_acknowledged_by" ON "kpi_breaches" USING btree ("workspace_id","acknowledged_by");--> statement-breakpoint
CREATE INDEX "kpi_breaches_verified_by" ON "kpi_breaches" USING btree ("workspace_id","verified_by");--> statement-breakpoint
CREATE INDEX "kpi_breaches_alive" ON "kpi_breaches" USING btree ("workspace_id","opened_from","id") WHERE state not in ('closed', 'void') and archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "kpi_definitions_code" ON "kpi_definitions" USING btree ("workspace_id","code");--> statement-breakpoint
CREATE INDEX "kpi_imports_by_time" ON "kpi_imports" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "kpi_imports_file" ON "kpi_imports" USING btree ("workspace_id","file_id");--> statement-breakpoint
CREATE INDEX "kpi_imports_started_by" ON "kpi_imports" USING btree ("workspace_id","started_by");--> statement-breakpoint
CREATE UNIQUE INDEX "kpi_measurements_revision" ON "kpi_measurements" USING btree ("workspace_id","kpi_id","period","revision");--> statement-breakpoint
CREATE UNIQUE INDEX "kpi_measurements_current" ON "kpi_measurements" USING btree ("workspace_id","kpi_id","from_day") WHERE current;--> statement-breakpoint
CREATE INDEX "kpi_measurements_agreement" ON "kpi_measurements" USING btree ("workspace_id","agreement_id","from_day");--> statement-breakpoint
CREATE INDEX "kpi_measurements_account" ON "kpi_measurements" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "kpi_measurements_file" ON "kpi_measurements" USING btree ("workspace_id","file_id");--> statement-breakpoint
CREATE INDEX "kpi_measurements_import" ON "kpi_measurements" USING btree ("workspace_id","import_id");--> statement-breakpoint
CREATE INDEX "kpi_measurements_entered_by" ON "kpi_measurements" USING btree ("workspace_id","entered_by");--> statement-breakpoint
CREATE INDEX "kpi_targets_kpi" ON "kpi_targets" USING btree ("workspace_id","kpi_id","from_day");--> statement-breakpoint
CREATE INDEX "kpi_targets_agreement" ON "kpi_targets" USING btree ("workspace_id","agreement_id");--> statement-breakpoint
CREATE INDEX "kpi_targets_account" ON "kpi_targets" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "kpi_targets_version" ON "kpi_targets" USING btree ("workspace_id","version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "kpis_code" ON "kpis" USING btree ("workspace_id","agreement_id","code","party") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "kpis_agreement" ON "kpis" USING btree ("workspace_id","agreement_id");--> statement-breakpoint
CREATE INDEX "kpis_account" ON "kpis" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "kpis_owner" ON "kpis" USING btree ("workspace_id","owner_id","missing_since","id");--> statement-breakpoint
CREATE INDEX "kpis_by_status" ON "kpis" USING btree ("workspace_id","latest_status","changed_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "kpis_missing" ON "kpis" USING btree ("workspace_id","missing_since","id") WHERE archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "serial_numbers_year" ON "serial_numbers" USING btree ("workspace_id","kind","year");--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "agreement_advice" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "agreement_clauses" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "agreement_decisions" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "agreement_proposals" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "agreement_readers" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "agreement_seals" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "agreement_settings" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "agreement_signatories" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "agreement_templates" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "agreement_timeline" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "agreement_versions" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "agreements" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "library_clauses" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "obligation_occurrences" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "obligations" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "kpi_actions" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "kpi_breaches" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "kpi_definitions" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "kpi_imports" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "kpi_measurements" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "kpi_targets" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "kpis" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "serial_numbers" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update on agreement_advice, agreement_clauses, agreement_decisions, agreement_proposals, agreement_readers, agreement_seals, agreement_settings, agreement_signatories, agreement_templates, agreement_timeline, agreement_versions, agreements, library_clauses, obligation_occurrences, obligations, kpi_actions, kpi_breaches, kpi_definitions, kpi_imports, kpi_measurements, kpi_targets, kpis, serial_numbers to accord_app;
--> statement-breakpoint
-- Two versions of one agreement never hold on the same day; judged at the end, so that neighbours can be re-dated together.
alter table agreement_timeline add constraint agreement_timeline_no_overlap
  exclude using gist (
    workspace_id with =, agreement_id with =, daterange(from_day, until_day) with &&
  ) deferrable initially deferred;
--> statement-breakpoint
-- The timeline is written anew from the versions that are recorded.
grant delete on agreement_timeline to accord_app;
