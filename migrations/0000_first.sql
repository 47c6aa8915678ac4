CREATE TABLE "answer_days" (
	"day" date NOT NULL,
	"platform" text NOT NULL,
	"language" text NOT NULL,
	"answered" integer DEFAULT 0 NOT NULL,
	"unknown" integer DEFAULT 0 NOT NULL,
	"repeated" integer DEFAULT 0 NOT NULL,
	"handed" integer DEFAULT 0 NOT NULL,
	"good" integer DEFAULT 0 NOT NULL,
	"bad" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "answer_days_day_platform_language_pk" PRIMARY KEY("day","platform","language")
);
--> statement-breakpoint
CREATE TABLE "answer_times" (
	"day" date NOT NULL,
	"platform" text NOT NULL,
	"language" text NOT NULL,
	"micros" integer NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "answer_times_day_platform_language_micros_pk" PRIMARY KEY("day","platform","language","micros")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"platform" text NOT NULL,
	"workspace" text,
	"person" text NOT NULL,
	"language" text NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"ms" real NOT NULL,
	"question" text NOT NULL,
	"question_key" text NOT NULL,
	"repeated" boolean NOT NULL,
	"facts" text[] NOT NULL,
	"version" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "applied" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"from_version" text,
	"how" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person" text,
	"files_version" text
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"key" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fact_votes" (
	"fact" text PRIMARY KEY NOT NULL,
	"good" integer NOT NULL,
	"bad" integer NOT NULL,
	"last_bad_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"answer" uuid NOT NULL,
	"person" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"good" boolean NOT NULL,
	"reason" text,
	"remark" text,
	"platform" text NOT NULL,
	"language" text NOT NULL,
	"question" text,
	"facts" text[] NOT NULL,
	"version" text NOT NULL,
	CONSTRAINT "feedback_answer_person_pk" PRIMARY KEY("answer","person")
);
--> statement-breakpoint
CREATE TABLE "hand_offs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"platform" text NOT NULL,
	"workspace" text,
	"channel" text NOT NULL,
	"thread" text,
	"direct" boolean NOT NULL,
	"asker" text,
	"person" text NOT NULL,
	"language" text NOT NULL,
	"answer" uuid,
	"question" text,
	"found" text,
	"facts" text[] NOT NULL,
	"link" text,
	"editors_channel" text NOT NULL,
	"editors_message" text,
	"taken_by" text,
	"taken_at" timestamp with time zone,
	"response" text,
	"editor_name" text,
	"answered_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"reminded_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "replicas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sealed" (
	"key" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"scope" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person" text
);
--> statement-breakpoint
CREATE TABLE "unanswered" (
	"key" text PRIMARY KEY NOT NULL,
	"likeness" text NOT NULL,
	"question" text,
	"language" text NOT NULL,
	"reason" text NOT NULL,
	"platforms" text[] NOT NULL,
	"nearest" text[] NOT NULL,
	"count" integer NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unanswered_groups" (
	"likeness" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"fact" text,
	"decided_at" timestamp with time zone,
	"found_in" text
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"version" text PRIMARY KEY NOT NULL,
	"files" "bytea" NOT NULL,
	"documents" integer NOT NULL,
	"facts" integer NOT NULL,
	"gaps" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "answers_repeated" ON "answers" USING btree ("person","question_key","at");--> statement-breakpoint
CREATE INDEX "answers_at" ON "answers" USING btree ("at");--> statement-breakpoint
CREATE INDEX "applied_version" ON "applied" USING btree ("version");--> statement-breakpoint
CREATE INDEX "deliveries_at" ON "deliveries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "fact_votes_bad" ON "fact_votes" USING btree ("bad");--> statement-breakpoint
CREATE INDEX "feedback_at" ON "feedback" USING btree ("at");--> statement-breakpoint
CREATE INDEX "feedback_bad" ON "feedback" USING btree ("at") WHERE not "feedback"."good";--> statement-breakpoint
CREATE INDEX "feedback_person" ON "feedback" USING btree ("person");--> statement-breakpoint
CREATE INDEX "hand_offs_status" ON "hand_offs" USING btree ("status","at");--> statement-breakpoint
CREATE INDEX "hand_offs_person" ON "hand_offs" USING btree ("person");--> statement-breakpoint
CREATE INDEX "hand_offs_answered" ON "hand_offs" USING btree ("answered_at");--> statement-breakpoint
CREATE INDEX "hand_offs_message" ON "hand_offs" USING btree ("platform","editors_channel","editors_message");--> statement-breakpoint
CREATE INDEX "unanswered_likeness" ON "unanswered" USING btree ("likeness","count");--> statement-breakpoint
CREATE INDEX "unanswered_last" ON "unanswered" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "unanswered_groups_most" ON "unanswered_groups" USING btree ("status","count" DESC NULLS LAST);