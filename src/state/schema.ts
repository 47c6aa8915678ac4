// Every table that there is. After a change: `npm run migration -- --name what-changes` writes the step from the schema before.
import { sql } from 'drizzle-orm';
import { bigserial, boolean, customType, date, index, integer, jsonb, pgTable, primaryKey, real, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const moment = (name: string) => timestamp(name, { withTimezone: true });
const texts = (name: string) => text(name).array().notNull();

/** One for each question that was answered, or could not be. Dropped after the days of retention; `answerDays` and `answerTimes` stay. */
export const answers = pgTable(
  'answers',
  {
    id: uuid('id').primaryKey(),
    at: moment('at').notNull(),
    platform: text('platform').notNull(),
    /** Slack workspace or Discord server. */
    workspace: text('workspace'),
    /** Keyed hash of the platform's id, here as in every `person`. */
    person: text('person').notNull(),
    language: text('language').notNull(),
    /** `answered` or `unknown`. */
    outcome: text('outcome').notNull(),
    reason: text('reason'),
    ms: real('ms').notNull(),
    question: text('question').notNull(),
    /** Keyed hash of the normalised question. */
    questionKey: text('question_key').notNull(),
    /** The same person asked the same within seven days before. */
    repeated: boolean('repeated').notNull(),
    facts: texts('facts'),
    version: text('version').notNull(),
  },
  (table) => [index('answers_repeated').on(table.person, table.questionKey, table.at), index('answers_at').on(table.at)],
);

/** Counts by day, platform and language; they outlive the rows that were counted. */
export const answerDays = pgTable(
  'answer_days',
  {
    day: date('day').notNull(),
    platform: text('platform').notNull(),
    language: text('language').notNull(),
    answered: integer('answered').notNull().default(0),
    unknown: integer('unknown').notNull().default(0),
    repeated: integer('repeated').notNull().default(0),
    /** Questions that were handed to a human. */
    handed: integer('handed').notNull().default(0),
    /** Of these, the ones that the bot had an answer to. */
    handedAnswered: integer('handed_answered').notNull().default(0),
    good: integer('good').notNull().default(0),
    bad: integer('bad').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.day, table.platform, table.language] })],
);

/** How many answers took how long: microseconds, rounded to two digits. What is long ago is counted for the first day of its month. */
export const answerTimes = pgTable(
  'answer_times',
  {
    day: date('day').notNull(),
    platform: text('platform').notNull(),
    language: text('language').notNull(),
    micros: integer('micros').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.platform, table.language, table.micros] })],
);

/** What a person thinks of an answer: the last word counts. What the answer was stands here, too, since it is dropped earlier. */
export const feedback = pgTable(
  'feedback',
  {
    answer: uuid('answer').notNull(),
    person: text('person').notNull(),
    at: moment('at').notNull(),
    good: boolean('good').notNull(),
    /** `wrong`, `outdated`, `not-asked` or `other`. */
    reason: text('reason'),
    remark: text('remark'),
    platform: text('platform').notNull(),
    language: text('language').notNull(),
    /** Null after the days of retention. */
    question: text('question'),
    facts: texts('facts'),
    version: text('version').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.answer, table.person] }),
    index('feedback_at').on(table.at),
    index('feedback_bad').on(table.at).where(sql`not ${table.good}`),
    index('feedback_person').on(table.person),
    index('feedback_kept').on(table.at).where(sql`${table.question} is not null or ${table.remark} is not null`),
  ],
);

export const factVotes = pgTable(
  'fact_votes',
  { fact: text('fact').primaryKey(), good: integer('good').notNull(), bad: integer('bad').notNull(), lastBadAt: moment('last_bad_at') },
  (table) => [index('fact_votes_bad').on(table.bad)],
);

/** A question that had no answer, however often it was asked. */
export const unanswered = pgTable(
  'unanswered',
  {
    /** Keyed hash of language and normalised question. */
    key: text('key').primaryKey(),
    /** What it is like: `unansweredGroups`. */
    likeness: text('likeness').notNull(),
    /** As it was first written, with single spaces; null after the days of retention. */
    question: text('question'),
    language: text('language').notNull(),
    reason: text('reason').notNull(),
    platforms: texts('platforms'),
    nearest: texts('nearest'),
    count: integer('count').notNull(),
    firstAt: moment('first_at').notNull(),
    lastAt: moment('last_at').notNull(),
  },
  (table) => [
    index('unanswered_likeness').on(table.likeness, table.count),
    index('unanswered_last').on(table.lastAt),
    index('unanswered_kept').on(table.lastAt).where(sql`${table.question} is not null`),
  ],
);

export const unansweredGroups = pgTable(
  'unanswered_groups',
  {
    /** Keyed hash of what the questions have in common. */
    likeness: text('likeness').primaryKey(),
    count: integer('count').notNull(),
    firstAt: moment('first_at').notNull(),
    lastAt: moment('last_at').notNull(),
    /** `open`, `answered` or `declined`. */
    status: text('status').notNull().default('open'),
    /** The fact that answers it, where somebody said so. */
    fact: text('fact'),
    decidedAt: moment('decided_at'),
    /** The version of the data that has an answer to it, where one was found after a reload. */
    foundIn: text('found_in'),
  },
  (table) => [
    index('unanswered_groups_order').on(table.status, table.count.desc(), table.likeness),
    index('unanswered_groups_found').on(table.count.desc(), table.likeness).where(sql`${table.foundIn} is not null and ${table.status} = 'open'`),
  ],
);

/** A question that was handed to a human. */
export const handOffs = pgTable(
  'hand_offs',
  {
    id: uuid('id').primaryKey(),
    at: moment('at').notNull(),
    /** `open`, `taken`, `answered` or `closed`. */
    status: text('status').notNull(),
    platform: text('platform').notNull(),
    workspace: text('workspace'),
    channel: text('channel').notNull(),
    thread: text('thread'),
    direct: boolean('direct').notNull(),
    /** The platform's own id, so that the answer can be delivered; null as soon as it is closed. */
    asker: text('asker'),
    person: text('person').notNull(),
    language: text('language').notNull(),
    answer: uuid('answer'),
    /** Null after the days of retention, like `found` and `response`. */
    question: text('question'),
    found: text('found'),
    facts: texts('facts'),
    link: text('link'),
    editorsChannel: text('editors_channel').notNull(),
    editorsMessage: text('editors_message'),
    /** Of that message. */
    editorsLink: text('editors_link'),
    /** The platform's own id of the editor; null as soon as it is closed. */
    takenBy: text('taken_by'),
    /** What that editor is called there, so that others can be told; null as soon as it is closed. */
    takenByName: text('taken_by_name'),
    takenAt: moment('taken_at'),
    response: text('response'),
    /** Where the editor allows it. */
    editorName: text('editor_name'),
    answeredAt: moment('answered_at'),
    deliveredAt: moment('delivered_at'),
    closedAt: moment('closed_at'),
    remindedAt: moment('reminded_at'),
  },
  (table) => [
    index('hand_offs_status').on(table.status, table.at),
    index('hand_offs_person').on(table.person),
    index('hand_offs_answered').on(table.answeredAt),
    index('hand_offs_kept').on(table.at).where(sql`${table.question} is not null`),
    index('hand_offs_message').on(table.platform, table.editorsChannel, table.editorsMessage),
  ],
);

/** What admins have set, by workspace or server (`slack:T1`) and by channel (`slack:T1:C1`). */
export const settings = pgTable('settings', {
  scope: text('scope').primaryKey(),
  value: jsonb('value').notNull(),
  at: moment('at').notNull(),
  person: text('person'),
});

/** The files of the fact base as they were applied, compressed. */
export const versions = pgTable('versions', {
  version: text('version').primaryKey(),
  files: bytes('files').notNull(),
  documents: integer('documents').notNull(),
  facts: integer('facts').notNull(),
  gaps: integer('gaps').notNull(),
  at: moment('at').notNull(),
});

/** What takes long to compute of a version, for other processes; dropped after an hour. */
export const compiledIndexes = pgTable('compiled_indexes', {
  /** Names all that it was computed from, the program included. */
  key: text('key').primaryKey(),
  bytes: bytes('bytes').notNull(),
  at: moment('at').notNull(),
});

/** Which version answered from when on; the last one answers now. */
export const applied = pgTable(
  'applied',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    version: text('version').notNull(),
    fromVersion: text('from_version'),
    /** `start`, `reload` or `rollback`. */
    how: text('how').notNull(),
    at: moment('at').notNull(),
    /** Keyed hash of a person; `signal`, `change of files` or null where it was none. */
    person: text('person'),
    /** What the data folder held at that moment. */
    filesVersion: text('files_version'),
  },
  (table) => [index('applied_version').on(table.version)],
);

/** Who asked to be forgotten, for as long as something of theirs could still arrive from a process that could not write for a while. */
export const forgotten = pgTable('forgotten', { person: text('person').primaryKey(), at: moment('at').notNull() });

/** Sealed: Slack's installations. */
export const sealed = pgTable('sealed', { key: text('key').primaryKey(), sealed: text('sealed').notNull(), at: moment('at').notNull() });

/** The processes that share this database. */
export const replicas = pgTable('replicas', { id: uuid('id').primaryKey(), startedAt: moment('started_at').notNull(), seenAt: moment('seen_at').notNull() });

/** What was delivered to any of several processes, so that one of them answers it. */
export const deliveries = pgTable('deliveries', { key: text('key').primaryKey(), at: moment('at').notNull(), by: uuid('by').notNull() }, (table) => [
  index('deliveries_at').on(table.at),
]);

/** Single values, such as what tells whether the keys are the right ones. */
export const notes = pgTable('notes', { name: text('name').primaryKey(), value: text('value').notNull() });
