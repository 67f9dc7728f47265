CREATE TABLE "account_addresses" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text DEFAULT 'office' NOT NULL,
	"country" text,
	"postal_code" text,
	"region" text,
	"city" text,
	"line" text,
	"english_line" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "account_addresses_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "account_addresses_kind" CHECK ("account_addresses"."kind" in ('office', 'registered', 'invoice', 'delivery', 'plant', 'store'))
);
--> statement-breakpoint
ALTER TABLE "account_addresses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_distinctions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"decided_by" uuid NOT NULL,
	CONSTRAINT "account_distinctions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "account_distinctions_once" UNIQUE("workspace_id","account_id","other_id")
);
--> statement-breakpoint
ALTER TABLE "account_distinctions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_notes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"source" text NOT NULL,
	"source_detail" text,
	"written_by" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "account_notes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "account_notes_kind" CHECK ("account_notes"."kind" in ('culture', 'etiquette', 'meeting', 'gift', 'other')),
	CONSTRAINT "account_notes_source" CHECK ("account_notes"."source" in ('asked', 'observed', 'told', 'published'))
);
--> statement-breakpoint
ALTER TABLE "account_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_team" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"role" text NOT NULL,
	"employment" text DEFAULT 'fullTime' NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	CONSTRAINT "account_team_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "account_team_employment" CHECK ("account_team"."employment" in ('fullTime', 'partTime', 'temporary', 'contractor'))
);
--> statement-breakpoint
ALTER TABLE "account_team" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text DEFAULT 'customer' NOT NULL,
	"name" text NOT NULL,
	"english_name" text,
	"name_key" text NOT NULL,
	"business_number" text,
	"tier" text DEFAULT 'C' NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"segment" text,
	"industry" text,
	"country" text,
	"region" text,
	"city" text,
	"phone" text,
	"fax" text,
	"website" text,
	"payment_note" text,
	"note" text,
	"owner_id" uuid NOT NULL,
	"parent_id" uuid,
	"restricted" boolean DEFAULT false NOT NULL,
	"last_two_way_at" timestamp with time zone,
	"last_two_way_id" uuid,
	"last_contact_at" timestamp with time zone,
	"next_planned_at" timestamp with time zone,
	"next_planned_id" uuid,
	"due_on" date NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "accounts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "accounts_kind" CHECK ("accounts"."kind" in ('customer', 'supplier', 'partner')),
	CONSTRAINT "accounts_status" CHECK ("accounts"."status" in ('prospect', 'active', 'dormant', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"number" bigint NOT NULL,
	"through_id" uuid NOT NULL,
	"changes" bigint NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "audit_seals_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "audit_seals_number" UNIQUE("workspace_id","number")
);
--> statement-breakpoint
ALTER TABLE "audit_seals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "command_log" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"command" text NOT NULL,
	"input" jsonb NOT NULL,
	"outcome" text DEFAULT 'done' NOT NULL,
	"refusal" text,
	CONSTRAINT "command_log_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "command_log_outcome" CHECK ("command_log"."outcome" in ('done', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "command_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid NOT NULL,
	"key" text NOT NULL,
	"command" text NOT NULL,
	"input_digest" text NOT NULL,
	"result" jsonb,
	CONSTRAINT "idempotency_keys_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "idempotency_keys_once" UNIQUE("workspace_id","actor_id","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "row_changes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"command_id" uuid NOT NULL,
	"table" text NOT NULL,
	"row_id" uuid NOT NULL,
	"row_version" bigint NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"digest" text NOT NULL,
	CONSTRAINT "row_changes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "row_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "confirmations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"account_id" uuid,
	"value_hash" text NOT NULL,
	"method" text NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"with_person_id" uuid,
	"evidence_kind" text,
	"evidence_id" uuid,
	"note" text,
	"confirmed_on" date NOT NULL,
	"valid_until" date NOT NULL,
	"voided_at" timestamp with time zone,
	"voided_because" text,
	CONSTRAINT "confirmations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "confirmations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "affiliations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"person_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"title" text,
	"department" text,
	"decision_role" text,
	"influence" integer,
	"stance" text,
	"reports_to_id" uuid,
	"from_day" date,
	"to_day" date,
	"main" boolean DEFAULT true NOT NULL,
	CONSTRAINT "affiliations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "affiliations_decision_role" CHECK ("affiliations"."decision_role" in ('decides', 'influences', 'uses', 'buys', 'guards', 'advises')),
	CONSTRAINT "affiliations_stance" CHECK ("affiliations"."stance" in ('supports', 'neutral', 'opposes', 'unknown'))
);
--> statement-breakpoint
ALTER TABLE "affiliations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_points" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"normal" text,
	"extension" text,
	"checked" boolean DEFAULT false NOT NULL,
	"preferred" boolean DEFAULT false NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "contact_points_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "contact_points_kind" CHECK ("contact_points"."kind" in ('mobile', 'phone', 'fax', 'email', 'line', 'other'))
);
--> statement-breakpoint
ALTER TABLE "contact_points" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "key_contacts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"person_id" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "key_contacts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "key_contacts_slot" CHECK ("key_contacts"."slot" in ('sponsor', 'decisionMaker', 'window', 'finance', 'logistics', 'quality', 'endUserVoice'))
);
--> statement-breakpoint
ALTER TABLE "key_contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "people" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"display_name" text NOT NULL,
	"family_name" text,
	"given_name" text,
	"english_name" text,
	"name_key" text NOT NULL,
	"honorific" text,
	"language" text,
	"channel" text,
	"do_not_contact" boolean DEFAULT false NOT NULL,
	"notice_source" text,
	"notice_on" date,
	"note" text,
	"account_id" uuid,
	"owner_id" uuid,
	"archived_at" timestamp with time zone,
	CONSTRAINT "people_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "people_channel" CHECK ("people"."channel" in ('call', 'mail', 'line', 'meeting', 'visit'))
);
--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "file_chunks" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"file_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "file_chunks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "file_chunks_number" UNIQUE("workspace_id","file_id","number")
);
--> statement-breakpoint
ALTER TABLE "file_chunks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "file_links" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"file_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"account_id" uuid,
	"archived_at" timestamp with time zone,
	CONSTRAINT "file_links_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "file_links_once" UNIQUE("workspace_id","file_id","kind","subject_id")
);
--> statement-breakpoint
ALTER TABLE "file_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "files" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"hash" text NOT NULL,
	"purpose" text DEFAULT 'attachment' NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "files_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "files_purpose" CHECK ("files"."purpose" in ('attachment', 'import', 'report'))
);
--> statement-breakpoint
ALTER TABLE "files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"locale" text DEFAULT 'zh-TW' NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_email_unique" UNIQUE("email"),
	CONSTRAINT "identities_email_lower" CHECK ("identities"."email" = lower("identities"."email")),
	CONSTRAINT "identities_locale" CHECK ("identities"."locale" in ('zh-TW', 'en')),
	CONSTRAINT "identities_theme" CHECK ("identities"."theme" in ('system', 'light', 'dark'))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"identity_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_identity_id_workspace_id_pk" PRIMARY KEY("identity_id","workspace_id")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text DEFAULT 'live' NOT NULL,
	"locale" text DEFAULT 'zh-TW' NOT NULL,
	"time_zone" text DEFAULT 'Asia/Taipei' NOT NULL,
	"currency" text DEFAULT 'TWD' NOT NULL,
	"country" text DEFAULT 'TW' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspaces_kind" CHECK ("workspaces"."kind" in ('live', 'demo')),
	CONSTRAINT "workspaces_locale" CHECK ("workspaces"."locale" in ('zh-TW', 'en'))
);
--> statement-breakpoint
CREATE TABLE "import_batches" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"file_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"source" text NOT NULL,
	"signature" text DEFAULT '' NOT NULL,
	"reading" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"status" text DEFAULT 'reading' NOT NULL,
	"total_rows" integer DEFAULT 0 NOT NULL,
	"done_rows" integer DEFAULT 0 NOT NULL,
	"counts" jsonb DEFAULT '{}' NOT NULL,
	"failure" jsonb,
	"runner" uuid,
	"progress_at" timestamp with time zone,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	CONSTRAINT "import_batches_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "import_batches_subject" CHECK ("import_batches"."subject" in ('accounts', 'members', 'interactions')),
	CONSTRAINT "import_batches_status" CHECK ("import_batches"."status" in ('reading', 'uploaded', 'checking', 'checked', 'running', 'done', 'failed', 'undoing', 'undone'))
);
--> statement-breakpoint
ALTER TABLE "import_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_rows" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"turn" integer NOT NULL,
	"raw" jsonb NOT NULL,
	"outcome" text NOT NULL,
	"reason" jsonb,
	"detail" jsonb DEFAULT '{}' NOT NULL,
	"subject_id" uuid,
	"command_id" uuid,
	"undo_command_id" uuid,
	CONSTRAINT "import_rows_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "import_rows_number" UNIQUE("workspace_id","batch_id","number"),
	CONSTRAINT "import_rows_outcome" CHECK ("import_rows"."outcome" in ('new', 'update', 'same', 'refused', 'undone', 'kept'))
);
--> statement-breakpoint
ALTER TABLE "import_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "interaction_members" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"interaction_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "interaction_members_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "interaction_members_once" UNIQUE("workspace_id","interaction_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "interaction_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "interaction_people" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"interaction_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"answered" boolean DEFAULT true NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "interaction_people_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "interaction_people_once" UNIQUE("workspace_id","interaction_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "interaction_people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "interactions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"time_known" boolean DEFAULT true NOT NULL,
	"planned" boolean DEFAULT false NOT NULL,
	"two_way" boolean NOT NULL,
	"summary" text NOT NULL,
	"topics" text[] DEFAULT '{}' NOT NULL,
	"speaker_id" uuid NOT NULL,
	"typed_by" uuid NOT NULL,
	"source" text DEFAULT 'typed' NOT NULL,
	"planned_for" timestamp with time zone,
	"cancelled_because" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "interactions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "interactions_channel" CHECK ("interactions"."channel" in ('call', 'visit', 'meeting', 'mail', 'line', 'meal', 'storeCheck', 'other')),
	CONSTRAINT "interactions_source" CHECK ("interactions"."source" in ('typed', 'import', 'api'))
);
--> statement-breakpoint
ALTER TABLE "interactions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tasks" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid,
	"interaction_id" uuid,
	"text" text NOT NULL,
	"assignee_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"due_time" time,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"created_by" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "tasks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mails" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recipient" text NOT NULL,
	"member_id" uuid,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"masked_body" text NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"failure" text,
	"sent_at" timestamp with time zone,
	CONSTRAINT "mails_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "mails_status" CHECK ("mails"."status" in ('waiting', 'sent', 'failed', 'notConfigured'))
);
--> statement-breakpoint
ALTER TABLE "mails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_entries" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"account_id" uuid,
	"owner_id" uuid,
	"restricted" boolean DEFAULT false NOT NULL,
	"normal" text NOT NULL,
	"grams" text[] NOT NULL,
	CONSTRAINT "search_entries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "search_entries_subject" UNIQUE("workspace_id","kind","subject_id")
);
--> statement-breakpoint
ALTER TABLE "search_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"day" date NOT NULL,
	"county" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "calendar_days_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "calendar_days_day" UNIQUE("workspace_id","day","county"),
	CONSTRAINT "calendar_days_kind" CHECK ("calendar_days"."kind" in ('holiday', 'workday', 'closed'))
);
--> statement-breakpoint
ALTER TABLE "calendar_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "external_ids" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"source" text NOT NULL,
	"value" text NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "external_ids_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "external_ids" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "members" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"identity_id" uuid,
	"name" text NOT NULL,
	"english_name" text,
	"family_name" text,
	"given_name" text,
	"email" text,
	"title" text,
	"phone" text,
	"roles" text[] NOT NULL,
	"disciplines" text[] DEFAULT '{}' NOT NULL,
	"reports_to_id" uuid,
	"employment" text DEFAULT 'fullTime' NOT NULL,
	"employed_from" date,
	"employed_to" date,
	"status" text DEFAULT 'notInvited' NOT NULL,
	"deactivated_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	CONSTRAINT "members_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "members_status" CHECK ("members"."status" in ('notInvited', 'invited', 'active', 'deactivated')),
	CONSTRAINT "members_employment" CHECK ("members"."employment" in ('fullTime', 'partTime', 'temporary', 'contractor'))
);
--> statement-breakpoint
ALTER TABLE "members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_views" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "saved_views_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tiers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"code" text NOT NULL,
	"contact_every_days" integer NOT NULL,
	"slots" text[] NOT NULL,
	"confirms" boolean DEFAULT false NOT NULL,
	CONSTRAINT "tiers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "tiers_code" UNIQUE("workspace_id","code")
);
--> statement-breakpoint
ALTER TABLE "tiers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account_addresses" ADD CONSTRAINT "account_addresses_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_distinctions" ADD CONSTRAINT "account_distinctions_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_distinctions" ADD CONSTRAINT "account_distinctions_workspace_id_other_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","other_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_distinctions" ADD CONSTRAINT "account_distinctions_workspace_id_decided_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","decided_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_notes" ADD CONSTRAINT "account_notes_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_notes" ADD CONSTRAINT "account_notes_workspace_id_written_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","written_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_team" ADD CONSTRAINT "account_team_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_team" ADD CONSTRAINT "account_team_workspace_id_member_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_workspace_id_owner_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_workspace_id_parent_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","parent_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_workspace_id_confirmed_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","confirmed_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_workspace_id_person_id_people_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."people"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_workspace_id_reports_to_id_people_workspace_id_id_fk" FOREIGN KEY ("workspace_id","reports_to_id") REFERENCES "public"."people"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_points" ADD CONSTRAINT "contact_points_workspace_id_person_id_people_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."people"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_contacts" ADD CONSTRAINT "key_contacts_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_contacts" ADD CONSTRAINT "key_contacts_workspace_id_person_id_people_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."people"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_workspace_id_owner_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_chunks" ADD CONSTRAINT "file_chunks_workspace_id_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_links" ADD CONSTRAINT "file_links_workspace_id_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_workspace_id_uploaded_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","uploaded_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_identity_id_identities_id_fk" FOREIGN KEY ("identity_id") REFERENCES "public"."identities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_workspace_id_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_workspace_id_started_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","started_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_workspace_id_undone_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","undone_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_workspace_id_batch_id_import_batches_workspace_id_id_fk" FOREIGN KEY ("workspace_id","batch_id") REFERENCES "public"."import_batches"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_members" ADD CONSTRAINT "interaction_members_workspace_id_interaction_id_interactions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","interaction_id") REFERENCES "public"."interactions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_members" ADD CONSTRAINT "interaction_members_workspace_id_member_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_people" ADD CONSTRAINT "interaction_people_workspace_id_interaction_id_interactions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","interaction_id") REFERENCES "public"."interactions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_people" ADD CONSTRAINT "interaction_people_workspace_id_person_id_people_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."people"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_workspace_id_speaker_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","speaker_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_workspace_id_typed_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","typed_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_workspace_id_interaction_id_interactions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","interaction_id") REFERENCES "public"."interactions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_workspace_id_assignee_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","assignee_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_workspace_id_done_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","done_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_workspace_id_created_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","created_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_workspace_id_reports_to_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","reports_to_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_workspace_id_owner_id_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_addresses_account" ON "account_addresses" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "account_distinctions_other" ON "account_distinctions" USING btree ("workspace_id","other_id");--> statement-breakpoint
CREATE INDEX "account_distinctions_decided_by" ON "account_distinctions" USING btree ("workspace_id","decided_by");--> statement-breakpoint
CREATE INDEX "account_notes_account" ON "account_notes" USING btree ("workspace_id","account_id","id");--> statement-breakpoint
CREATE INDEX "account_notes_written_by" ON "account_notes" USING btree ("workspace_id","written_by");--> statement-breakpoint
CREATE UNIQUE INDEX "account_team_once" ON "account_team" USING btree ("workspace_id","account_id","member_id") WHERE to_day is null;--> statement-breakpoint
CREATE INDEX "account_team_account" ON "account_team" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "account_team_member" ON "account_team" USING btree ("workspace_id","member_id","account_id");--> statement-breakpoint
CREATE INDEX "accounts_by_name" ON "accounts" USING btree ("workspace_id","name","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "accounts_by_stroke" ON "accounts" USING btree ("workspace_id","name" collate "stroke","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "accounts_by_due" ON "accounts" USING btree ("workspace_id","due_on","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "accounts_by_tier" ON "accounts" USING btree ("workspace_id","tier","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "accounts_by_created" ON "accounts" USING btree ("workspace_id","created_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "accounts_owner_due" ON "accounts" USING btree ("workspace_id","owner_id","due_on","id");--> statement-breakpoint
CREATE INDEX "accounts_owner_name" ON "accounts" USING btree ("workspace_id","owner_id","name","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "accounts_archived" ON "accounts" USING btree ("workspace_id","name","id") WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX "accounts_parent" ON "accounts" USING btree ("workspace_id","parent_id");--> statement-breakpoint
CREATE INDEX "accounts_business_number" ON "accounts" USING btree ("workspace_id","business_number");--> statement-breakpoint
CREATE INDEX "accounts_name_key" ON "accounts" USING btree ("workspace_id","name_key");--> statement-breakpoint
CREATE INDEX "command_log_actor" ON "command_log" USING btree ("workspace_id","actor_id","id");--> statement-breakpoint
CREATE INDEX "command_log_command" ON "command_log" USING btree ("workspace_id","command","id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "row_changes_row" ON "row_changes" USING btree ("workspace_id","table","row_id","id");--> statement-breakpoint
CREATE INDEX "row_changes_command" ON "row_changes" USING btree ("workspace_id","command_id");--> statement-breakpoint
CREATE INDEX "row_changes_recorded" ON "row_changes" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "confirmations_standing" ON "confirmations" USING btree ("workspace_id","kind","subject_id") WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX "confirmations_ending" ON "confirmations" USING btree ("workspace_id","account_id","valid_until","id") WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX "confirmations_undone" ON "confirmations" USING btree ("workspace_id","account_id","id") WHERE voided_because = 'valueChanged';--> statement-breakpoint
CREATE INDEX "confirmations_subject" ON "confirmations" USING btree ("workspace_id","kind","subject_id","id");--> statement-breakpoint
CREATE INDEX "confirmations_account" ON "confirmations" USING btree ("workspace_id","account_id","valid_until","id");--> statement-breakpoint
CREATE INDEX "confirmations_confirmed_by" ON "confirmations" USING btree ("workspace_id","confirmed_by");--> statement-breakpoint
CREATE UNIQUE INDEX "affiliations_once" ON "affiliations" USING btree ("workspace_id","person_id","account_id") WHERE to_day is null;--> statement-breakpoint
CREATE INDEX "affiliations_person" ON "affiliations" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE INDEX "affiliations_account" ON "affiliations" USING btree ("workspace_id","account_id","person_id");--> statement-breakpoint
CREATE INDEX "affiliations_role" ON "affiliations" USING btree ("workspace_id","decision_role","person_id") WHERE to_day is null and decision_role is not null;--> statement-breakpoint
CREATE INDEX "affiliations_reports_to" ON "affiliations" USING btree ("workspace_id","reports_to_id");--> statement-breakpoint
CREATE INDEX "contact_points_person" ON "contact_points" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE INDEX "contact_points_normal" ON "contact_points" USING btree ("workspace_id","normal");--> statement-breakpoint
CREATE UNIQUE INDEX "key_contacts_slot_once" ON "key_contacts" USING btree ("workspace_id","account_id","slot") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "key_contacts_account" ON "key_contacts" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "key_contacts_person" ON "key_contacts" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE INDEX "people_by_name" ON "people" USING btree ("workspace_id","display_name","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "people_by_stroke" ON "people" USING btree ("workspace_id","display_name" collate "stroke","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "people_by_created" ON "people" USING btree ("workspace_id","created_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "people_archived" ON "people" USING btree ("workspace_id","display_name","id") WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX "people_language" ON "people" USING btree ("workspace_id","language","display_name","id");--> statement-breakpoint
CREATE INDEX "people_do_not_contact" ON "people" USING btree ("workspace_id","display_name","id") WHERE do_not_contact and archived_at is null;--> statement-breakpoint
CREATE INDEX "people_account" ON "people" USING btree ("workspace_id","account_id","display_name","id");--> statement-breakpoint
CREATE INDEX "people_owner" ON "people" USING btree ("workspace_id","owner_id","display_name","id");--> statement-breakpoint
CREATE INDEX "people_name_key" ON "people" USING btree ("workspace_id","name_key");--> statement-breakpoint
CREATE INDEX "file_links_subject" ON "file_links" USING btree ("workspace_id","kind","subject_id","id");--> statement-breakpoint
CREATE INDEX "file_links_account" ON "file_links" USING btree ("workspace_id","account_id","id");--> statement-breakpoint
CREATE INDEX "files_uploaded_by" ON "files" USING btree ("workspace_id","uploaded_by");--> statement-breakpoint
CREATE INDEX "memberships_workspace" ON "memberships" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "import_batches_recent" ON "import_batches" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "import_batches_signature" ON "import_batches" USING btree ("workspace_id","signature","created_at");--> statement-breakpoint
CREATE INDEX "import_batches_status" ON "import_batches" USING btree ("workspace_id","status","progress_at");--> statement-breakpoint
CREATE INDEX "import_batches_file" ON "import_batches" USING btree ("workspace_id","file_id");--> statement-breakpoint
CREATE INDEX "import_batches_started_by" ON "import_batches" USING btree ("workspace_id","started_by");--> statement-breakpoint
CREATE INDEX "import_batches_undone_by" ON "import_batches" USING btree ("workspace_id","undone_by");--> statement-breakpoint
CREATE INDEX "import_rows_turn" ON "import_rows" USING btree ("workspace_id","batch_id","turn");--> statement-breakpoint
CREATE INDEX "import_rows_outcome" ON "import_rows" USING btree ("workspace_id","batch_id","outcome","number");--> statement-breakpoint
CREATE INDEX "import_rows_subject" ON "import_rows" USING btree ("workspace_id","subject_id");--> statement-breakpoint
CREATE INDEX "import_rows_command" ON "import_rows" USING btree ("workspace_id","command_id");--> statement-breakpoint
CREATE INDEX "interaction_members_member" ON "interaction_members" USING btree ("workspace_id","member_id","interaction_id");--> statement-breakpoint
CREATE INDEX "interaction_people_person" ON "interaction_people" USING btree ("workspace_id","person_id","happened_at","id");--> statement-breakpoint
CREATE INDEX "interactions_account" ON "interactions" USING btree ("workspace_id","account_id","happened_at","id");--> statement-breakpoint
CREATE INDEX "interactions_by_day" ON "interactions" USING btree ("workspace_id","happened_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "interactions_speaker" ON "interactions" USING btree ("workspace_id","speaker_id","happened_at","id");--> statement-breakpoint
CREATE INDEX "interactions_plans" ON "interactions" USING btree ("workspace_id","speaker_id","happened_at","id") WHERE planned and archived_at is null;--> statement-breakpoint
CREATE INDEX "interactions_typed_by" ON "interactions" USING btree ("workspace_id","typed_by");--> statement-breakpoint
CREATE INDEX "tasks_open" ON "tasks" USING btree ("workspace_id","assignee_id","due_on","id") WHERE done_at is null and archived_at is null;--> statement-breakpoint
CREATE INDEX "tasks_assignee" ON "tasks" USING btree ("workspace_id","assignee_id");--> statement-breakpoint
CREATE INDEX "tasks_account" ON "tasks" USING btree ("workspace_id","account_id","due_on","id");--> statement-breakpoint
CREATE INDEX "tasks_interaction" ON "tasks" USING btree ("workspace_id","interaction_id");--> statement-breakpoint
CREATE INDEX "tasks_done_by" ON "tasks" USING btree ("workspace_id","done_by");--> statement-breakpoint
CREATE INDEX "tasks_created_by" ON "tasks" USING btree ("workspace_id","created_by");--> statement-breakpoint
CREATE INDEX "mails_recent" ON "mails" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "search_entries_normal" ON "search_entries" USING gin ("workspace_id","normal" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "search_entries_grams" ON "search_entries" USING gin ("workspace_id","grams");--> statement-breakpoint
CREATE INDEX "search_entries_account" ON "search_entries" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "external_ids_value" ON "external_ids" USING btree ("workspace_id","kind","source","value") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "external_ids_subject" ON "external_ids" USING btree ("workspace_id","kind","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "members_identity" ON "members" USING btree ("workspace_id","identity_id") WHERE identity_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "members_email" ON "members" USING btree ("workspace_id","email") WHERE email is not null and archived_at is null;--> statement-breakpoint
CREATE INDEX "members_reports_to" ON "members" USING btree ("workspace_id","reports_to_id");--> statement-breakpoint
CREATE INDEX "members_name" ON "members" USING btree ("workspace_id","name","id");--> statement-breakpoint
CREATE INDEX "saved_views_list" ON "saved_views" USING btree ("workspace_id","list","name","id");--> statement-breakpoint
CREATE INDEX "saved_views_owner" ON "saved_views" USING btree ("workspace_id","owner_id");--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "account_addresses" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "account_distinctions" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "account_notes" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "account_team" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "accounts" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "audit_seals" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "command_log" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "row_changes" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "confirmations" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "affiliations" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "contact_points" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "key_contacts" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "people" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "file_chunks" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "file_links" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "files" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "import_batches" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "import_rows" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "interaction_members" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "interaction_people" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "interactions" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "tasks" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "mails" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "search_entries" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "calendar_days" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "external_ids" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "members" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "saved_views" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "tiers" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);