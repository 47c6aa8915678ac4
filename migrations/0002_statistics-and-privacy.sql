CREATE TABLE "forgotten" (
	"person" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "answer_days" ADD COLUMN "handed_answered" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "feedback_kept" ON "feedback" USING btree ("at") WHERE "feedback"."question" is not null or "feedback"."remark" is not null;--> statement-breakpoint
CREATE INDEX "hand_offs_kept" ON "hand_offs" USING btree ("at") WHERE "hand_offs"."question" is not null;--> statement-breakpoint
CREATE INDEX "unanswered_kept" ON "unanswered" USING btree ("last_at") WHERE "unanswered"."question" is not null;