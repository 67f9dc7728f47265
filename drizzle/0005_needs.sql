CREATE TABLE "account_objectives" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"title" text NOT NULL,
	"measure" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"anticipated_id" uuid,
	"need_id" uuid,
	"reached_on" date,
	"result" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "account_objectives_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "account_objectives" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "advocacies" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"need_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"ask" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"decision" text,
	"because" text,
	"decided_by" uuid,
	"decided_on" date,
	"reply_due_on" date,
	"replied_on" date,
	"reply_id" uuid,
	"archived_at" timestamp with time zone,
	CONSTRAINT "advocacies_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "advocacies_decision" CHECK ("advocacies"."decision" in ('accepted', 'later', 'declined'))
);
--> statement-breakpoint
ALTER TABLE "advocacies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "anticipated_needs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"title" text NOT NULL,
	"horizon_on" date NOT NULL,
	"probability" integer NOT NULL,
	"trigger" text,
	"signal" text,
	"signal_on" date,
	"response" text,
	"author_id" uuid NOT NULL,
	"asked_at" timestamp with time zone,
	"happened" boolean,
	"scored_on" date,
	"not_pursued_because" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "anticipated_needs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "anticipated_needs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consultations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"interaction_id" uuid NOT NULL,
	"held_by" uuid NOT NULL,
	"held_on" date NOT NULL,
	"letter" jsonb NOT NULL,
	CONSTRAINT "consultations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "consultations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consumer_voices" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid,
	"said_on" date NOT NULL,
	"route" text NOT NULL,
	"product" text NOT NULL,
	"retailer" text,
	"words" text NOT NULL,
	"need_id" uuid,
	"entered_by" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "consumer_voices_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "consumer_voices_route" CHECK ("consumer_voices"."route" in ('hotline', 'store', 'online', 'other'))
);
--> statement-breakpoint
ALTER TABLE "consumer_voices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "need_answers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"need_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"text" text NOT NULL,
	"answered_on" date NOT NULL,
	"interaction_id" uuid,
	"member_id" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "need_answers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "need_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "need_methods" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"english_name" text,
	"basis" text NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "need_methods_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "need_methods_basis" CHECK ("need_methods"."basis" in ('asking', 'observation', 'salesRecords', 'contacts', 'staff', 'management', 'suppliers'))
);
--> statement-breakpoint
ALTER TABLE "need_methods" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "need_plan_steps" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"plan_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"method" text NOT NULL,
	"method_id" uuid,
	"why" text NOT NULL,
	"member_id" uuid NOT NULL,
	"person_id" uuid,
	"due_on" date NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "need_plan_steps_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "need_plan_steps_method" CHECK ("need_plan_steps"."method" in ('asking', 'observation', 'salesRecords', 'contacts', 'staff', 'management', 'suppliers'))
);
--> statement-breakpoint
ALTER TABLE "need_plan_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "need_plans" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"aim" text,
	"author_id" uuid NOT NULL,
	CONSTRAINT "need_plans_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "need_plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "need_procedure_versions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"procedure_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"checklist" text[] NOT NULL,
	"author_id" uuid NOT NULL,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "need_procedure_versions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "need_procedure_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "need_procedures" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "need_procedures_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "need_procedures_kind" CHECK ("need_procedures"."kind" in ('product', 'price', 'delivery', 'quality', 'service', 'information', 'promotion', 'other', 'every'))
);
--> statement-breakpoint
ALTER TABLE "need_procedures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "need_reviews" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"words" text,
	"reviewed_on" date NOT NULL,
	CONSTRAINT "need_reviews_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "need_reviews_outcome" CHECK ("need_reviews"."outcome" in ('valid', 'changed', 'met', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "need_reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "need_sources" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"need_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"method" text NOT NULL,
	"method_id" uuid,
	"person_id" uuid,
	"informant" text,
	"verbatim" text NOT NULL,
	"heard_on" date NOT NULL,
	"interaction_id" uuid,
	"member_id" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "need_sources_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "need_sources_method" CHECK ("need_sources"."method" in ('asking', 'observation', 'salesRecords', 'contacts', 'staff', 'management', 'suppliers'))
);
--> statement-breakpoint
ALTER TABLE "need_sources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "need_verifications" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"need_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"procedure_version_id" uuid,
	"checked" text[] DEFAULT '{}' NOT NULL,
	"note" text,
	"content_hash" text NOT NULL,
	"verified_by" uuid NOT NULL,
	"verified_on" date NOT NULL,
	CONSTRAINT "need_verifications_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "need_verifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "needs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"title" text NOT NULL,
	"holder" text NOT NULL,
	"kind" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"importance" integer,
	"satisfaction" integer,
	"promised_on" date,
	"consented" boolean DEFAULT false NOT NULL,
	"confidential" boolean DEFAULT false NOT NULL,
	"competition_sensitive" boolean DEFAULT false NOT NULL,
	"context" text,
	"consequence" text,
	"metric" text,
	"unit" text,
	"baseline" numeric(18, 4),
	"target" numeric(18, 4),
	"confidence" text,
	"measure_source" text,
	"feeds" text[] DEFAULT '{}' NOT NULL,
	"outcome" text,
	"outcome_on" date,
	"outcome_because" text,
	"state" text DEFAULT 'heard' NOT NULL,
	"source_count" integer DEFAULT 1 NOT NULL,
	"triangulated" boolean DEFAULT false NOT NULL,
	"heard_on" date NOT NULL,
	"answered_on" date,
	"answer_due_on" date,
	"archived_at" timestamp with time zone,
	CONSTRAINT "needs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "needs_holder" CHECK ("needs"."holder" in ('client', 'endConsumer')),
	CONSTRAINT "needs_kind" CHECK ("needs"."kind" in ('product', 'price', 'delivery', 'quality', 'service', 'information', 'promotion', 'other')),
	CONSTRAINT "needs_confidence" CHECK ("needs"."confidence" in ('low', 'medium', 'high')),
	CONSTRAINT "needs_outcome" CHECK ("needs"."outcome" in ('met', 'dropped')),
	CONSTRAINT "needs_state" CHECK ("needs"."state" in ('heard', 'described', 'quantified', 'verified', 'answered', 'met', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "needs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account_objectives" ADD CONSTRAINT "account_objectives_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_objectives" ADD CONSTRAINT "account_objectives_workspace_id_owner_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_objectives" ADD CONSTRAINT "account_objectives_workspace_id_author_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_objectives" ADD CONSTRAINT "account_objectives_workspace_id_anticipated_id_anticipated_needs_workspace_id_id_fk" FOREIGN KEY ("workspace_id","anticipated_id") REFERENCES "public"."anticipated_needs"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_objectives" ADD CONSTRAINT "account_objectives_workspace_id_need_id_needs_workspace_id_id_fk" FOREIGN KEY ("workspace_id","need_id") REFERENCES "public"."needs"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advocacies" ADD CONSTRAINT "advocacies_workspace_id_need_id_needs_workspace_id_id_fk" FOREIGN KEY ("workspace_id","need_id") REFERENCES "public"."needs"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advocacies" ADD CONSTRAINT "advocacies_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advocacies" ADD CONSTRAINT "advocacies_workspace_id_owner_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advocacies" ADD CONSTRAINT "advocacies_workspace_id_author_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advocacies" ADD CONSTRAINT "advocacies_workspace_id_decided_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","decided_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advocacies" ADD CONSTRAINT "advocacies_workspace_id_reply_id_need_answers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","reply_id") REFERENCES "public"."need_answers"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anticipated_needs" ADD CONSTRAINT "anticipated_needs_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anticipated_needs" ADD CONSTRAINT "anticipated_needs_workspace_id_author_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_workspace_id_person_id_people_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."people"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_workspace_id_interaction_id_interactions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","interaction_id") REFERENCES "public"."interactions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_workspace_id_held_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","held_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consumer_voices" ADD CONSTRAINT "consumer_voices_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consumer_voices" ADD CONSTRAINT "consumer_voices_workspace_id_need_id_needs_workspace_id_id_fk" FOREIGN KEY ("workspace_id","need_id") REFERENCES "public"."needs"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consumer_voices" ADD CONSTRAINT "consumer_voices_workspace_id_entered_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","entered_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_answers" ADD CONSTRAINT "need_answers_workspace_id_need_id_needs_workspace_id_id_fk" FOREIGN KEY ("workspace_id","need_id") REFERENCES "public"."needs"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_answers" ADD CONSTRAINT "need_answers_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_answers" ADD CONSTRAINT "need_answers_workspace_id_interaction_id_interactions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","interaction_id") REFERENCES "public"."interactions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_answers" ADD CONSTRAINT "need_answers_workspace_id_member_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_plan_steps" ADD CONSTRAINT "need_plan_steps_workspace_id_plan_id_need_plans_workspace_id_id_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."need_plans"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_plan_steps" ADD CONSTRAINT "need_plan_steps_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_plan_steps" ADD CONSTRAINT "need_plan_steps_workspace_id_method_id_need_methods_workspace_id_id_fk" FOREIGN KEY ("workspace_id","method_id") REFERENCES "public"."need_methods"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_plan_steps" ADD CONSTRAINT "need_plan_steps_workspace_id_member_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_plan_steps" ADD CONSTRAINT "need_plan_steps_workspace_id_person_id_people_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."people"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_plans" ADD CONSTRAINT "need_plans_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_plans" ADD CONSTRAINT "need_plans_workspace_id_author_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_procedure_versions" ADD CONSTRAINT "need_procedure_versions_workspace_id_procedure_id_need_procedures_workspace_id_id_fk" FOREIGN KEY ("workspace_id","procedure_id") REFERENCES "public"."need_procedures"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_procedure_versions" ADD CONSTRAINT "need_procedure_versions_workspace_id_author_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_reviews" ADD CONSTRAINT "need_reviews_workspace_id_consultation_id_consultations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","consultation_id") REFERENCES "public"."consultations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_reviews" ADD CONSTRAINT "need_reviews_workspace_id_need_id_needs_workspace_id_id_fk" FOREIGN KEY ("workspace_id","need_id") REFERENCES "public"."needs"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_reviews" ADD CONSTRAINT "need_reviews_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_reviews" ADD CONSTRAINT "need_reviews_workspace_id_person_id_people_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."people"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_sources" ADD CONSTRAINT "need_sources_workspace_id_need_id_needs_workspace_id_id_fk" FOREIGN KEY ("workspace_id","need_id") REFERENCES "public"."needs"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_sources" ADD CONSTRAINT "need_sources_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_sources" ADD CONSTRAINT "need_sources_workspace_id_method_id_need_methods_workspace_id_id_fk" FOREIGN KEY ("workspace_id","method_id") REFERENCES "public"."need_methods"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_sources" ADD CONSTRAINT "need_sources_workspace_id_person_id_people_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."people"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_sources" ADD CONSTRAINT "need_sources_workspace_id_interaction_id_interactions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","interaction_id") REFERENCES "public"."interactions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_sources" ADD CONSTRAINT "need_sources_workspace_id_member_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_verifications" ADD CONSTRAINT "need_verifications_workspace_id_need_id_needs_workspace_id_id_fk" FOREIGN KEY ("workspace_id","need_id") REFERENCES "public"."needs"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_verifications" ADD CONSTRAINT "need_verifications_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_verifications" ADD CONSTRAINT "need_verifications_workspace_id_procedure_version_id_need_procedure_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","procedure_version_id") REFERENCES "public"."need_procedure_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_verifications" ADD CONSTRAINT "need_verifications_workspace_id_verified_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","verified_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_workspace_id_owner_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_workspace_id_author_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_objectives_account" ON "account_objectives" USING btree ("workspace_id","account_id","due_on","id");--> statement-breakpoint
CREATE INDEX "account_objectives_owner" ON "account_objectives" USING btree ("workspace_id","owner_id","due_on");--> statement-breakpoint
CREATE INDEX "account_objectives_author" ON "account_objectives" USING btree ("workspace_id","author_id");--> statement-breakpoint
CREATE INDEX "account_objectives_anticipated" ON "account_objectives" USING btree ("workspace_id","anticipated_id");--> statement-breakpoint
CREATE INDEX "account_objectives_need" ON "account_objectives" USING btree ("workspace_id","need_id");--> statement-breakpoint
CREATE INDEX "advocacies_need" ON "advocacies" USING btree ("workspace_id","need_id");--> statement-breakpoint
CREATE INDEX "advocacies_account" ON "advocacies" USING btree ("workspace_id","account_id","due_on");--> statement-breakpoint
CREATE INDEX "advocacies_owner" ON "advocacies" USING btree ("workspace_id","owner_id","due_on");--> statement-breakpoint
CREATE INDEX "advocacies_author" ON "advocacies" USING btree ("workspace_id","author_id");--> statement-breakpoint
CREATE INDEX "advocacies_decided_by" ON "advocacies" USING btree ("workspace_id","decided_by","decided_on");--> statement-breakpoint
CREATE INDEX "advocacies_reply" ON "advocacies" USING btree ("workspace_id","reply_id");--> statement-breakpoint
CREATE INDEX "advocacies_owed" ON "advocacies" USING btree ("workspace_id","reply_due_on","id") WHERE reply_due_on is not null and replied_on is null and archived_at is null;--> statement-breakpoint
CREATE INDEX "anticipated_needs_account" ON "anticipated_needs" USING btree ("workspace_id","account_id","horizon_on","id");--> statement-breakpoint
CREATE INDEX "anticipated_needs_author" ON "anticipated_needs" USING btree ("workspace_id","author_id","horizon_on");--> statement-breakpoint
CREATE INDEX "anticipated_needs_due" ON "anticipated_needs" USING btree ("workspace_id","horizon_on","id") WHERE happened is null and archived_at is null;--> statement-breakpoint
CREATE INDEX "consultations_account" ON "consultations" USING btree ("workspace_id","account_id","held_on","id");--> statement-breakpoint
CREATE INDEX "consultations_person" ON "consultations" USING btree ("workspace_id","person_id","held_on");--> statement-breakpoint
CREATE INDEX "consultations_interaction" ON "consultations" USING btree ("workspace_id","interaction_id");--> statement-breakpoint
CREATE INDEX "consultations_held_by" ON "consultations" USING btree ("workspace_id","held_by","held_on");--> statement-breakpoint
CREATE INDEX "consumer_voices_by_day" ON "consumer_voices" USING btree ("workspace_id","said_on","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "consumer_voices_account" ON "consumer_voices" USING btree ("workspace_id","account_id","said_on","id");--> statement-breakpoint
CREATE INDEX "consumer_voices_product" ON "consumer_voices" USING btree ("workspace_id","product","said_on","id");--> statement-breakpoint
CREATE INDEX "consumer_voices_need" ON "consumer_voices" USING btree ("workspace_id","need_id");--> statement-breakpoint
CREATE INDEX "consumer_voices_entered_by" ON "consumer_voices" USING btree ("workspace_id","entered_by");--> statement-breakpoint
CREATE INDEX "need_answers_need" ON "need_answers" USING btree ("workspace_id","need_id","answered_on","id");--> statement-breakpoint
CREATE INDEX "need_answers_account" ON "need_answers" USING btree ("workspace_id","account_id","answered_on");--> statement-breakpoint
CREATE INDEX "need_answers_interaction" ON "need_answers" USING btree ("workspace_id","interaction_id");--> statement-breakpoint
CREATE INDEX "need_answers_member" ON "need_answers" USING btree ("workspace_id","member_id","answered_on");--> statement-breakpoint
CREATE UNIQUE INDEX "need_methods_name_once" ON "need_methods" USING btree ("workspace_id","name") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "need_plan_steps_plan" ON "need_plan_steps" USING btree ("workspace_id","plan_id","due_on","id");--> statement-breakpoint
CREATE INDEX "need_plan_steps_account" ON "need_plan_steps" USING btree ("workspace_id","account_id","due_on");--> statement-breakpoint
CREATE INDEX "need_plan_steps_method_id" ON "need_plan_steps" USING btree ("workspace_id","method_id");--> statement-breakpoint
CREATE INDEX "need_plan_steps_member" ON "need_plan_steps" USING btree ("workspace_id","member_id","due_on");--> statement-breakpoint
CREATE INDEX "need_plan_steps_person" ON "need_plan_steps" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "need_plans_account_once" ON "need_plans" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "need_plans_author" ON "need_plans" USING btree ("workspace_id","author_id");--> statement-breakpoint
CREATE UNIQUE INDEX "need_procedure_versions_once" ON "need_procedure_versions" USING btree ("workspace_id","procedure_id","number");--> statement-breakpoint
CREATE INDEX "need_procedure_versions_author" ON "need_procedure_versions" USING btree ("workspace_id","author_id");--> statement-breakpoint
CREATE UNIQUE INDEX "need_procedures_kind_once" ON "need_procedures" USING btree ("workspace_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "need_reviews_once" ON "need_reviews" USING btree ("workspace_id","consultation_id","need_id");--> statement-breakpoint
CREATE INDEX "need_reviews_need" ON "need_reviews" USING btree ("workspace_id","need_id","reviewed_on","id");--> statement-breakpoint
CREATE INDEX "need_reviews_account" ON "need_reviews" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "need_reviews_person" ON "need_reviews" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE INDEX "need_sources_need" ON "need_sources" USING btree ("workspace_id","need_id","heard_on","id");--> statement-breakpoint
CREATE INDEX "need_sources_account" ON "need_sources" USING btree ("workspace_id","account_id","heard_on","id");--> statement-breakpoint
CREATE INDEX "need_sources_method_id" ON "need_sources" USING btree ("workspace_id","method_id");--> statement-breakpoint
CREATE INDEX "need_sources_person" ON "need_sources" USING btree ("workspace_id","person_id","need_id");--> statement-breakpoint
CREATE INDEX "need_sources_interaction" ON "need_sources" USING btree ("workspace_id","interaction_id");--> statement-breakpoint
CREATE INDEX "need_sources_member" ON "need_sources" USING btree ("workspace_id","member_id","heard_on");--> statement-breakpoint
CREATE INDEX "need_verifications_need" ON "need_verifications" USING btree ("workspace_id","need_id","id");--> statement-breakpoint
CREATE INDEX "need_verifications_account" ON "need_verifications" USING btree ("workspace_id","account_id","verified_on");--> statement-breakpoint
CREATE INDEX "need_verifications_procedure" ON "need_verifications" USING btree ("workspace_id","procedure_version_id");--> statement-breakpoint
CREATE INDEX "need_verifications_by" ON "need_verifications" USING btree ("workspace_id","verified_by","verified_on");--> statement-breakpoint
CREATE INDEX "needs_by_heard" ON "needs" USING btree ("workspace_id","heard_on","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "needs_by_title" ON "needs" USING btree ("workspace_id","title","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "needs_by_state" ON "needs" USING btree ("workspace_id","state","heard_on","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "needs_account" ON "needs" USING btree ("workspace_id","account_id","heard_on","id");--> statement-breakpoint
CREATE INDEX "needs_owner" ON "needs" USING btree ("workspace_id","owner_id","heard_on","id");--> statement-breakpoint
CREATE INDEX "needs_author" ON "needs" USING btree ("workspace_id","author_id");--> statement-breakpoint
CREATE INDEX "needs_answer_due" ON "needs" USING btree ("workspace_id","answer_due_on","id") WHERE answer_due_on is not null and archived_at is null;--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "account_objectives" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "advocacies" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "anticipated_needs" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "consultations" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "consumer_voices" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "need_answers" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "need_methods" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "need_plan_steps" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "need_plans" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "need_procedure_versions" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "need_procedures" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "need_reviews" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "need_sources" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "need_verifications" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "needs" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update on account_objectives, advocacies, anticipated_needs, consultations, consumer_voices, need_answers, need_methods, need_plan_steps, need_plans, need_procedure_versions, need_procedures, need_reviews, need_sources, need_verifications, needs to accord_app;
