CREATE TABLE "focus_themes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"owner_id" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "focus_themes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "focus_themes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_alternatives" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"side" text NOT NULL,
	"name" text NOT NULL,
	"outcomes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"switching_cost" numeric DEFAULT '0' NOT NULL,
	"confidence" text,
	"source" text,
	"next_step" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_alternatives_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "negotiation_alternatives_side" CHECK ("negotiation_alternatives"."side" in ('us', 'them')),
	CONSTRAINT "negotiation_alternatives_confidence" CHECK ("negotiation_alternatives"."confidence" in ('low', 'medium', 'high'))
);
--> statement-breakpoint
ALTER TABLE "negotiation_alternatives" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_checks" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"mandate_id" uuid,
	"outside" boolean NOT NULL,
	"breaches" jsonb NOT NULL,
	"policy" jsonb,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_checks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "negotiation_checks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_counterparts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"part" text NOT NULL,
	"address" text,
	"style" text,
	"note" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_counterparts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "negotiation_counterparts_part" CHECK ("negotiation_counterparts"."part" in ('decides', 'influences', 'speaks', 'advises', 'present'))
);
--> statement-breakpoint
ALTER TABLE "negotiation_counterparts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_debriefs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"techniques" text[] NOT NULL,
	"worked" text,
	"failed" text,
	"lesson" text NOT NULL,
	"reuse" text,
	"written_by" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_debriefs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "negotiation_debriefs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_entries" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"interaction_id" uuid NOT NULL,
	"agreed_points" text,
	"open_points" text,
	"questions" text,
	"observations" text,
	"recorded_by" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_entries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "negotiation_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_evidence" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"claim" text NOT NULL,
	"issue_id" uuid,
	"source" text,
	"note" text,
	"file_id" uuid,
	"snapshot" jsonb,
	"taken_at" timestamp with time zone NOT NULL,
	"taken_by" uuid NOT NULL,
	"shows_margin" boolean DEFAULT false NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_evidence_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "negotiation_evidence_kind" CHECK ("negotiation_evidence"."kind" in ('salesStatistics', 'productUsage', 'kpi', 'market', 'requestLetter', 'cost', 'policy', 'other'))
);
--> statement-breakpoint
ALTER TABLE "negotiation_evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_inputs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"discipline" text,
	"asked_by" uuid NOT NULL,
	"asked_of" uuid NOT NULL,
	"question" text NOT NULL,
	"background" text,
	"due_on" date NOT NULL,
	"required" boolean NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"answer" text,
	"stance" text,
	"recommendation" text,
	"answered_at" timestamp with time zone,
	"declined_because" text,
	"disposition" text,
	"disposition_reason" text,
	"disposed_by" uuid,
	"disposed_at" timestamp with time zone,
	"file_id" uuid,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_inputs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "negotiation_inputs_kind" CHECK ("negotiation_inputs"."kind" in ('input', 'advice')),
	CONSTRAINT "negotiation_inputs_discipline" CHECK ("negotiation_inputs"."discipline" in ('legal', 'finance', 'quality', 'logistics', 'director')),
	CONSTRAINT "negotiation_inputs_state" CHECK ("negotiation_inputs"."state" in ('asked', 'accepted', 'answered', 'disposed', 'declined', 'cancelled')),
	CONSTRAINT "negotiation_inputs_stance" CHECK ("negotiation_inputs"."stance" in ('support', 'concern', 'object')),
	CONSTRAINT "negotiation_inputs_recommendation" CHECK ("negotiation_inputs"."recommendation" in ('proceed', 'proceedWithChanges', 'doNotProceed')),
	CONSTRAINT "negotiation_inputs_disposition" CHECK ("negotiation_inputs"."disposition" in ('adopted', 'partly', 'notAdopted'))
);
--> statement-breakpoint
ALTER TABLE "negotiation_inputs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_interests" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"side" text NOT NULL,
	"text" text NOT NULL,
	"priority" integer NOT NULL,
	"source" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_interests_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "negotiation_interests_side" CHECK ("negotiation_interests"."side" in ('us', 'them'))
);
--> statement-breakpoint
ALTER TABLE "negotiation_interests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_issues" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"unit" text,
	"term_code" text,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"focus_id" uuid,
	"stance" text DEFAULT 'neutral' NOT NULL,
	"stance_reason" text,
	"consent_by" uuid,
	"consent_at" timestamp with time zone,
	"consent_note" text,
	"agreed_value" jsonb,
	"dropped_because" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_issues_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "negotiation_issues_kind" CHECK ("negotiation_issues"."kind" in ('numeric', 'ordinal', 'boolean', 'text')),
	CONSTRAINT "negotiation_issues_stance" CHECK ("negotiation_issues"."stance" in ('supports', 'neutral', 'against'))
);
--> statement-breakpoint
ALTER TABLE "negotiation_issues" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_mandates" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"limits" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"valid_until" date NOT NULL,
	"reason" text,
	"asked_by" uuid NOT NULL,
	"offer_id" uuid,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_mandates_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "negotiation_mandates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_members" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"part" text NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_members_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "negotiation_members_part" CHECK ("negotiation_members"."part" in ('leads', 'speaks', 'notes', 'advises', 'observes'))
);
--> statement-breakpoint
ALTER TABLE "negotiation_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_needs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_needs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "negotiation_needs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_notices" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"issue_keys" text[] DEFAULT '{}' NOT NULL,
	"message" text NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"embargo_until" date,
	"due_on" date NOT NULL,
	"sent_at" timestamp with time zone,
	"sent_by" uuid,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_notices_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "negotiation_notices_audience" CHECK ("negotiation_notices"."audience" in ('finance', 'logistics', 'quality', 'legal', 'sales', 'director', 'other'))
);
--> statement-breakpoint
ALTER TABLE "negotiation_notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_observations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"observer_id" uuid NOT NULL,
	"observed_id" uuid NOT NULL,
	"observed_on" date NOT NULL,
	"ratings" jsonb NOT NULL,
	"indicators" text[] NOT NULL,
	"note" text,
	"interaction_id" uuid,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_observations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "negotiation_observations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_offers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"round" integer NOT NULL,
	"side" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"channel" text NOT NULL,
	"values" jsonb NOT NULL,
	"conditions" text,
	"valid_until" date,
	"state" text NOT NULL,
	"state_reason" text,
	"note" text,
	"recorded_by" uuid NOT NULL,
	"interaction_id" uuid,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_offers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "negotiation_offers_side" CHECK ("negotiation_offers"."side" in ('us', 'them')),
	CONSTRAINT "negotiation_offers_channel" CHECK ("negotiation_offers"."channel" in ('call', 'visit', 'meeting', 'mail', 'line', 'meal', 'other')),
	CONSTRAINT "negotiation_offers_state" CHECK ("negotiation_offers"."state" in ('draft', 'internalCheck', 'sent', 'received', 'accepted', 'countered', 'declined', 'withdrawn', 'lapsed'))
);
--> statement-breakpoint
ALTER TABLE "negotiation_offers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_plans" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"reservation" numeric NOT NULL,
	"first" numeric NOT NULL,
	"exponent" numeric NOT NULL,
	"rounds" integer NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_plans_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "negotiation_plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_readers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"required" boolean DEFAULT true NOT NULL,
	"due_on" date,
	"acknowledged_edition" integer,
	"acknowledged_at" timestamp with time zone,
	"comment" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_readers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "negotiation_readers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_settings" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"formal_from" numeric(18, 4),
	"formal_tiers" text[] DEFAULT '{}' NOT NULL,
	"formal_terms" text[] DEFAULT '{}' NOT NULL,
	"notice_days" integer DEFAULT 2 NOT NULL,
	CONSTRAINT "negotiation_settings_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "negotiation_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_stakes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"issue_id" uuid NOT NULL,
	"opening" text,
	"target" text,
	"limit" text,
	"weight" numeric,
	"wanted" boolean,
	"required" boolean DEFAULT false NOT NULL,
	"points" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"their_target" text,
	"their_limit" text,
	"their_weight" numeric,
	"their_points" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"confidence" text,
	"source" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_stakes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "negotiation_stakes_confidence" CHECK ("negotiation_stakes"."confidence" in ('low', 'medium', 'high'))
);
--> statement-breakpoint
ALTER TABLE "negotiation_stakes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_trades" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"moves" text[] NOT NULL,
	"unilateral" boolean DEFAULT false NOT NULL,
	"reason" text,
	"recorded_by" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_trades_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "negotiation_trades" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiation_waivers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"given_by" uuid NOT NULL,
	"reason" text NOT NULL,
	"holds_until" date NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_waivers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "negotiation_waivers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "negotiations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"direction" text DEFAULT 'sell' NOT NULL,
	"path" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"purpose" text,
	"objective" text,
	"state" text NOT NULL,
	"suspended_in" text,
	"state_reason" text,
	"owner_id" uuid NOT NULL,
	"currency" text DEFAULT 'TWD' NOT NULL,
	"expected_value" numeric(18, 4),
	"started_on" date NOT NULL,
	"deadline_on" date DEFAULT '9999-12-31' NOT NULL,
	"language" text,
	"setting" text,
	"venue" text,
	"interpreter" text,
	"etiquette" text,
	"conduct_confirmed_at" timestamp with time zone,
	"conduct_confirmed_by" uuid,
	"term_sheet_id" uuid,
	"base_version_id" uuid,
	"documented_version_id" uuid,
	"checklist" text[] DEFAULT '{}' NOT NULL,
	"relationship_risk" text,
	"agreed_offer_id" uuid,
	"agreed_at" timestamp with time zone,
	"alternative_next" text,
	"alternative_due_on" date,
	"asked" text,
	"gave" text,
	"got" text,
	"result" text,
	"term_code" text,
	"product_id" uuid,
	"interaction_id" uuid,
	"closed_at" timestamp with time zone,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "negotiations_direction" CHECK ("negotiations"."direction" in ('sell', 'buy')),
	CONSTRAINT "negotiations_path" CHECK ("negotiations"."path" in ('light', 'formal')),
	CONSTRAINT "negotiations_kind" CHECK ("negotiations"."kind" in ('annualTerms', 'price', 'promotion', 'supply', 'quality', 'service', 'contract', 'other')),
	CONSTRAINT "negotiations_state" CHECK ("negotiations"."state" in ('planning', 'ready', 'open', 'agreedInPrinciple', 'approved', 'documented', 'closed', 'suspended', 'noDeal')),
	CONSTRAINT "negotiations_result" CHECK ("negotiations"."result" in ('agreed', 'partly', 'refused', 'open'))
);
--> statement-breakpoint
ALTER TABLE "negotiations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "approval_runs" ADD COLUMN "secret" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "focus_themes" ADD CONSTRAINT "focus_themes_workspace_id_owner_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_alternatives" ADD CONSTRAINT "negotiation_alternatives_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_alternatives" ADD CONSTRAINT "negotiation_alternatives_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_checks" ADD CONSTRAINT "negotiation_checks_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_checks" ADD CONSTRAINT "negotiation_checks_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_checks" ADD CONSTRAINT "negotiation_checks_workspace_id_offer_id_negotiation_offers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","offer_id") REFERENCES "public"."negotiation_offers"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_checks" ADD CONSTRAINT "negotiation_checks_workspace_id_mandate_id_negotiation_mandates_workspace_id_id_fk" FOREIGN KEY ("workspace_id","mandate_id") REFERENCES "public"."negotiation_mandates"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_counterparts" ADD CONSTRAINT "negotiation_counterparts_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_counterparts" ADD CONSTRAINT "negotiation_counterparts_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_counterparts" ADD CONSTRAINT "negotiation_counterparts_workspace_id_person_id_people_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."people"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_debriefs" ADD CONSTRAINT "negotiation_debriefs_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_debriefs" ADD CONSTRAINT "negotiation_debriefs_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_debriefs" ADD CONSTRAINT "negotiation_debriefs_workspace_id_written_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","written_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_entries" ADD CONSTRAINT "negotiation_entries_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_entries" ADD CONSTRAINT "negotiation_entries_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_entries" ADD CONSTRAINT "negotiation_entries_workspace_id_interaction_id_interactions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","interaction_id") REFERENCES "public"."interactions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_entries" ADD CONSTRAINT "negotiation_entries_workspace_id_recorded_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","recorded_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_evidence" ADD CONSTRAINT "negotiation_evidence_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_evidence" ADD CONSTRAINT "negotiation_evidence_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_evidence" ADD CONSTRAINT "negotiation_evidence_workspace_id_issue_id_negotiation_issues_workspace_id_id_fk" FOREIGN KEY ("workspace_id","issue_id") REFERENCES "public"."negotiation_issues"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_evidence" ADD CONSTRAINT "negotiation_evidence_workspace_id_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_evidence" ADD CONSTRAINT "negotiation_evidence_workspace_id_taken_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","taken_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_inputs" ADD CONSTRAINT "negotiation_inputs_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_inputs" ADD CONSTRAINT "negotiation_inputs_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_inputs" ADD CONSTRAINT "negotiation_inputs_workspace_id_asked_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","asked_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_inputs" ADD CONSTRAINT "negotiation_inputs_workspace_id_asked_of_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","asked_of") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_inputs" ADD CONSTRAINT "negotiation_inputs_workspace_id_disposed_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","disposed_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_inputs" ADD CONSTRAINT "negotiation_inputs_workspace_id_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_interests" ADD CONSTRAINT "negotiation_interests_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_interests" ADD CONSTRAINT "negotiation_interests_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_issues" ADD CONSTRAINT "negotiation_issues_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_issues" ADD CONSTRAINT "negotiation_issues_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_issues" ADD CONSTRAINT "negotiation_issues_workspace_id_focus_id_focus_themes_workspace_id_id_fk" FOREIGN KEY ("workspace_id","focus_id") REFERENCES "public"."focus_themes"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_issues" ADD CONSTRAINT "negotiation_issues_workspace_id_consent_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","consent_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_mandates" ADD CONSTRAINT "negotiation_mandates_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_mandates" ADD CONSTRAINT "negotiation_mandates_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_mandates" ADD CONSTRAINT "negotiation_mandates_workspace_id_asked_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","asked_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_members" ADD CONSTRAINT "negotiation_members_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_members" ADD CONSTRAINT "negotiation_members_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_members" ADD CONSTRAINT "negotiation_members_workspace_id_member_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_needs" ADD CONSTRAINT "negotiation_needs_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_needs" ADD CONSTRAINT "negotiation_needs_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_needs" ADD CONSTRAINT "negotiation_needs_workspace_id_need_id_needs_workspace_id_id_fk" FOREIGN KEY ("workspace_id","need_id") REFERENCES "public"."needs"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_notices" ADD CONSTRAINT "negotiation_notices_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_notices" ADD CONSTRAINT "negotiation_notices_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_notices" ADD CONSTRAINT "negotiation_notices_workspace_id_sent_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","sent_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_observations" ADD CONSTRAINT "negotiation_observations_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_observations" ADD CONSTRAINT "negotiation_observations_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_observations" ADD CONSTRAINT "negotiation_observations_workspace_id_observer_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","observer_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_observations" ADD CONSTRAINT "negotiation_observations_workspace_id_observed_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","observed_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_observations" ADD CONSTRAINT "negotiation_observations_workspace_id_interaction_id_interactions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","interaction_id") REFERENCES "public"."interactions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_offers" ADD CONSTRAINT "negotiation_offers_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_offers" ADD CONSTRAINT "negotiation_offers_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_offers" ADD CONSTRAINT "negotiation_offers_workspace_id_recorded_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","recorded_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_offers" ADD CONSTRAINT "negotiation_offers_workspace_id_interaction_id_interactions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","interaction_id") REFERENCES "public"."interactions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_plans" ADD CONSTRAINT "negotiation_plans_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_plans" ADD CONSTRAINT "negotiation_plans_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_readers" ADD CONSTRAINT "negotiation_readers_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_readers" ADD CONSTRAINT "negotiation_readers_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_readers" ADD CONSTRAINT "negotiation_readers_workspace_id_notice_id_negotiation_notices_workspace_id_id_fk" FOREIGN KEY ("workspace_id","notice_id") REFERENCES "public"."negotiation_notices"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_readers" ADD CONSTRAINT "negotiation_readers_workspace_id_member_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_stakes" ADD CONSTRAINT "negotiation_stakes_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_stakes" ADD CONSTRAINT "negotiation_stakes_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_stakes" ADD CONSTRAINT "negotiation_stakes_workspace_id_issue_id_negotiation_issues_workspace_id_id_fk" FOREIGN KEY ("workspace_id","issue_id") REFERENCES "public"."negotiation_issues"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_trades" ADD CONSTRAINT "negotiation_trades_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_trades" ADD CONSTRAINT "negotiation_trades_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_trades" ADD CONSTRAINT "negotiation_trades_workspace_id_recorded_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","recorded_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_waivers" ADD CONSTRAINT "negotiation_waivers_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_waivers" ADD CONSTRAINT "negotiation_waivers_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_waivers" ADD CONSTRAINT "negotiation_waivers_workspace_id_given_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","given_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiations" ADD CONSTRAINT "negotiations_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiations" ADD CONSTRAINT "negotiations_workspace_id_owner_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiations" ADD CONSTRAINT "negotiations_workspace_id_conduct_confirmed_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","conduct_confirmed_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiations" ADD CONSTRAINT "negotiations_workspace_id_term_sheet_id_term_sheets_workspace_id_id_fk" FOREIGN KEY ("workspace_id","term_sheet_id") REFERENCES "public"."term_sheets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiations" ADD CONSTRAINT "negotiations_workspace_id_base_version_id_term_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","base_version_id") REFERENCES "public"."term_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiations" ADD CONSTRAINT "negotiations_workspace_id_documented_version_id_term_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","documented_version_id") REFERENCES "public"."term_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiations" ADD CONSTRAINT "negotiations_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiations" ADD CONSTRAINT "negotiations_workspace_id_interaction_id_interactions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","interaction_id") REFERENCES "public"."interactions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "focus_themes_name" ON "focus_themes" USING btree ("workspace_id","name","valid_from") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "focus_themes_by_end" ON "focus_themes" USING btree ("workspace_id","valid_to","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "focus_themes_owner" ON "focus_themes" USING btree ("workspace_id","owner_id");--> statement-breakpoint
CREATE INDEX "negotiation_alternatives_negotiation" ON "negotiation_alternatives" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_alternatives_account" ON "negotiation_alternatives" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "negotiation_checks_offer" ON "negotiation_checks" USING btree ("workspace_id","offer_id");--> statement-breakpoint
CREATE INDEX "negotiation_checks_negotiation" ON "negotiation_checks" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_checks_account" ON "negotiation_checks" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "negotiation_checks_mandate" ON "negotiation_checks" USING btree ("workspace_id","mandate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "negotiation_counterparts_once" ON "negotiation_counterparts" USING btree ("workspace_id","negotiation_id","person_id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "negotiation_counterparts_person" ON "negotiation_counterparts" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE INDEX "negotiation_counterparts_negotiation" ON "negotiation_counterparts" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_counterparts_account" ON "negotiation_counterparts" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "negotiation_debriefs_one" ON "negotiation_debriefs" USING btree ("workspace_id","negotiation_id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "negotiation_debriefs_negotiation" ON "negotiation_debriefs" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_debriefs_account" ON "negotiation_debriefs" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "negotiation_debriefs_written_by" ON "negotiation_debriefs" USING btree ("workspace_id","written_by");--> statement-breakpoint
CREATE INDEX "negotiation_debriefs_by_time" ON "negotiation_debriefs" USING btree ("workspace_id","created_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "negotiation_entries_negotiation" ON "negotiation_entries" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_entries_account" ON "negotiation_entries" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "negotiation_entries_interaction" ON "negotiation_entries" USING btree ("workspace_id","interaction_id");--> statement-breakpoint
CREATE INDEX "negotiation_entries_recorded_by" ON "negotiation_entries" USING btree ("workspace_id","recorded_by");--> statement-breakpoint
CREATE INDEX "negotiation_evidence_negotiation" ON "negotiation_evidence" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_evidence_account" ON "negotiation_evidence" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "negotiation_evidence_issue" ON "negotiation_evidence" USING btree ("workspace_id","issue_id");--> statement-breakpoint
CREATE INDEX "negotiation_evidence_file" ON "negotiation_evidence" USING btree ("workspace_id","file_id");--> statement-breakpoint
CREATE INDEX "negotiation_evidence_taken_by" ON "negotiation_evidence" USING btree ("workspace_id","taken_by");--> statement-breakpoint
CREATE INDEX "negotiation_inputs_negotiation" ON "negotiation_inputs" USING btree ("workspace_id","negotiation_id","id");--> statement-breakpoint
CREATE INDEX "negotiation_inputs_account" ON "negotiation_inputs" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "negotiation_inputs_asked_of" ON "negotiation_inputs" USING btree ("workspace_id","asked_of","due_on","id");--> statement-breakpoint
CREATE INDEX "negotiation_inputs_asked_by" ON "negotiation_inputs" USING btree ("workspace_id","asked_by");--> statement-breakpoint
CREATE INDEX "negotiation_inputs_disposed_by" ON "negotiation_inputs" USING btree ("workspace_id","disposed_by");--> statement-breakpoint
CREATE INDEX "negotiation_inputs_file" ON "negotiation_inputs" USING btree ("workspace_id","file_id");--> statement-breakpoint
CREATE INDEX "negotiation_interests_negotiation" ON "negotiation_interests" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_interests_account" ON "negotiation_interests" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "negotiation_issues_key" ON "negotiation_issues" USING btree ("workspace_id","negotiation_id","key") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "negotiation_issues_negotiation" ON "negotiation_issues" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_issues_account" ON "negotiation_issues" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "negotiation_issues_focus" ON "negotiation_issues" USING btree ("workspace_id","focus_id");--> statement-breakpoint
CREATE INDEX "negotiation_issues_consent" ON "negotiation_issues" USING btree ("workspace_id","consent_by");--> statement-breakpoint
CREATE INDEX "negotiation_issues_against" ON "negotiation_issues" USING btree ("workspace_id","id") WHERE stance = 'against' and archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "negotiation_mandates_number" ON "negotiation_mandates" USING btree ("workspace_id","negotiation_id","number");--> statement-breakpoint
CREATE INDEX "negotiation_mandates_account" ON "negotiation_mandates" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "negotiation_mandates_asked_by" ON "negotiation_mandates" USING btree ("workspace_id","asked_by");--> statement-breakpoint
CREATE UNIQUE INDEX "negotiation_members_once" ON "negotiation_members" USING btree ("workspace_id","negotiation_id","member_id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "negotiation_members_member" ON "negotiation_members" USING btree ("workspace_id","member_id");--> statement-breakpoint
CREATE INDEX "negotiation_members_negotiation" ON "negotiation_members" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_members_account" ON "negotiation_members" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "negotiation_needs_once" ON "negotiation_needs" USING btree ("workspace_id","negotiation_id","need_id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "negotiation_needs_need" ON "negotiation_needs" USING btree ("workspace_id","need_id");--> statement-breakpoint
CREATE INDEX "negotiation_needs_negotiation" ON "negotiation_needs" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_needs_account" ON "negotiation_needs" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "negotiation_notices_negotiation" ON "negotiation_notices" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_notices_account" ON "negotiation_notices" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "negotiation_notices_sent_by" ON "negotiation_notices" USING btree ("workspace_id","sent_by");--> statement-breakpoint
CREATE INDEX "negotiation_notices_unsent" ON "negotiation_notices" USING btree ("workspace_id","due_on","id") WHERE sent_at is null and archived_at is null;--> statement-breakpoint
CREATE INDEX "negotiation_observations_negotiation" ON "negotiation_observations" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_observations_account" ON "negotiation_observations" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "negotiation_observations_observer" ON "negotiation_observations" USING btree ("workspace_id","observer_id");--> statement-breakpoint
CREATE INDEX "negotiation_observations_observed" ON "negotiation_observations" USING btree ("workspace_id","observed_id","observed_on","id");--> statement-breakpoint
CREATE INDEX "negotiation_observations_interaction" ON "negotiation_observations" USING btree ("workspace_id","interaction_id");--> statement-breakpoint
CREATE UNIQUE INDEX "negotiation_offers_number" ON "negotiation_offers" USING btree ("workspace_id","negotiation_id","number");--> statement-breakpoint
CREATE INDEX "negotiation_offers_account" ON "negotiation_offers" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "negotiation_offers_recorded_by" ON "negotiation_offers" USING btree ("workspace_id","recorded_by");--> statement-breakpoint
CREATE INDEX "negotiation_offers_interaction" ON "negotiation_offers" USING btree ("workspace_id","interaction_id");--> statement-breakpoint
CREATE INDEX "negotiation_offers_lapsing" ON "negotiation_offers" USING btree ("workspace_id","valid_until","id") WHERE state in ('sent', 'received') and valid_until is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "negotiation_plans_one" ON "negotiation_plans" USING btree ("workspace_id","negotiation_id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "negotiation_plans_negotiation" ON "negotiation_plans" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_plans_account" ON "negotiation_plans" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "negotiation_readers_once" ON "negotiation_readers" USING btree ("workspace_id","notice_id","member_id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "negotiation_readers_notice" ON "negotiation_readers" USING btree ("workspace_id","notice_id");--> statement-breakpoint
CREATE INDEX "negotiation_readers_member" ON "negotiation_readers" USING btree ("workspace_id","member_id","id");--> statement-breakpoint
CREATE INDEX "negotiation_readers_negotiation" ON "negotiation_readers" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_readers_account" ON "negotiation_readers" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "negotiation_settings_one" ON "negotiation_settings" USING btree ("workspace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "negotiation_stakes_issue" ON "negotiation_stakes" USING btree ("workspace_id","issue_id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "negotiation_stakes_issue_all" ON "negotiation_stakes" USING btree ("workspace_id","issue_id");--> statement-breakpoint
CREATE INDEX "negotiation_stakes_negotiation" ON "negotiation_stakes" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_stakes_account" ON "negotiation_stakes" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "negotiation_trades_negotiation" ON "negotiation_trades" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_trades_account" ON "negotiation_trades" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "negotiation_trades_recorded_by" ON "negotiation_trades" USING btree ("workspace_id","recorded_by");--> statement-breakpoint
CREATE INDEX "negotiation_waivers_negotiation" ON "negotiation_waivers" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_waivers_account" ON "negotiation_waivers" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "negotiation_waivers_given_by" ON "negotiation_waivers" USING btree ("workspace_id","given_by");--> statement-breakpoint
CREATE INDEX "negotiations_by_change" ON "negotiations" USING btree ("workspace_id","changed_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "negotiations_by_deadline" ON "negotiations" USING btree ("workspace_id","deadline_on","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "negotiations_by_start" ON "negotiations" USING btree ("workspace_id","started_on","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "negotiations_account" ON "negotiations" USING btree ("workspace_id","account_id","changed_at","id");--> statement-breakpoint
CREATE INDEX "negotiations_owner" ON "negotiations" USING btree ("workspace_id","owner_id","changed_at","id");--> statement-breakpoint
CREATE INDEX "negotiations_state" ON "negotiations" USING btree ("workspace_id","state","changed_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "negotiations_kind" ON "negotiations" USING btree ("workspace_id","kind","changed_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "negotiations_conduct" ON "negotiations" USING btree ("workspace_id","conduct_confirmed_by");--> statement-breakpoint
CREATE INDEX "negotiations_term_sheet" ON "negotiations" USING btree ("workspace_id","term_sheet_id");--> statement-breakpoint
CREATE INDEX "negotiations_base" ON "negotiations" USING btree ("workspace_id","base_version_id");--> statement-breakpoint
CREATE INDEX "negotiations_documented" ON "negotiations" USING btree ("workspace_id","documented_version_id");--> statement-breakpoint
CREATE INDEX "negotiations_product" ON "negotiations" USING btree ("workspace_id","product_id");--> statement-breakpoint
CREATE INDEX "negotiations_interaction" ON "negotiations" USING btree ("workspace_id","interaction_id");--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "focus_themes" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_alternatives" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_checks" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_counterparts" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_debriefs" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_entries" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_evidence" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_inputs" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_interests" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_issues" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_mandates" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_members" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_needs" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_notices" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_observations" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_offers" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_plans" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_readers" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_settings" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_stakes" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_trades" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_waivers" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiations" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update on focus_themes, negotiation_alternatives, negotiation_checks, negotiation_counterparts, negotiation_debriefs, negotiation_entries, negotiation_evidence, negotiation_inputs, negotiation_interests, negotiation_issues, negotiation_mandates, negotiation_members, negotiation_needs, negotiation_notices, negotiation_observations, negotiation_offers, negotiation_plans, negotiation_readers, negotiation_settings, negotiation_stakes, negotiation_trades, negotiation_waivers, negotiations to accord_app;
