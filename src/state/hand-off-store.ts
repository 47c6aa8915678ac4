import { and, asc, count, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Changed, Editor, HandOff, NewHandOff } from './hand-off.ts';
import { answerDays, answers, handOffs } from './schema.ts';
import type { State } from './state.ts';
import { storeText } from './store-text.ts';

/** More than this are not waited for at once by one person. */
const MOST_OPEN = 5;
const LONGEST_FOUND = 1_000;
const LONGEST_NAME = 80;
export const LONGEST_RESPONSE = 2_000;

/** Those that somebody still has to answer. */
const WAITING = ['open', 'taken'];

/**
 * Questions that are with humans. Each function is one transaction; what two editors do at once is decided by the database, which lets
 * the first one through.
 */
export class HandOffStore {
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  /** Nothing is changed where it is there already, or where the person has too many of them open. */
  open(given: NewHandOff): Promise<{ readonly kind: 'opened' | 'known' | 'many'; readonly handOff: HandOff | null }> {
    return this.#state.change(async (transaction) => {
      // Two presses of one person at once are counted one after the other.
      await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${given.person}, 0))`);
      const [known] = await transaction.select().from(handOffs).where(eq(handOffs.id, given.id));
      if (known !== undefined) return { kind: 'known', handOff: known };
      const mine = and(eq(handOffs.person, given.person), inArray(handOffs.status, WAITING));
      if ((await transaction.$count(handOffs, mine)) >= MOST_OPEN) return { kind: 'many', handOff: null };
      const row = {
        ...given,
        at: this.#state.now(),
        status: 'open',
        question: storeText(given.question ?? ''),
        found: storeText(given.found ?? '', LONGEST_FOUND),
      };
      const [opened] = await transaction.insert(handOffs).values(row).onConflictDoNothing().returning();
      // Another person pressed at that very moment.
      return opened === undefined ? { kind: 'known', handOff: null } : { kind: 'opened', handOff: opened };
    });
  }

  /** It stands in the editors' channel now, and counts as handed over. */
  posted(id: string, message: string, link: string | null): Promise<void> {
    return this.#state.change(async (transaction) => {
      const [first] = await transaction
        .update(handOffs)
        .set({ editorsMessage: message, editorsLink: link, remindedAt: null })
        .where(and(eq(handOffs.id, id), isNull(handOffs.editorsMessage)))
        .returning();
      if (first === undefined) return;
      // With the question that it was, on whatever day that was asked.
      const [asked] = await transaction.select({ at: answers.at, outcome: answers.outcome }).from(answers).where(eq(answers.id, id));
      const day = (asked?.at ?? first.at).toISOString().slice(0, 10);
      const handedAnswered = asked?.outcome === 'answered' ? 1 : 0;
      await transaction
        .insert(answerDays)
        .values({ day, platform: first.platform, language: first.language, handed: 1, handedAnswered })
        .onConflictDoUpdate({
          target: [answerDays.day, answerDays.platform, answerDays.language],
          set: { handed: sql`${answerDays.handed} + 1`, handedAnswered: sql`${answerDays.handedAnswered} + ${handedAnswered}` },
        });
    });
  }

  /** As if it had never been handed over; only as long as no editor has seen it. */
  async drop(id: string): Promise<void> {
    await this.#state.change((transaction) => transaction.delete(handOffs).where(and(eq(handOffs.id, id), isNull(handOffs.editorsMessage))));
  }

  async find(id: string): Promise<HandOff | null> {
    if (!UUID.test(id)) return null;
    const [found] = await this.#state.read((database) => database.select().from(handOffs).where(eq(handOffs.id, id)));
    return found ?? null;
  }

  /** By the message that stands for it in the editors' channel. */
  async findPosted(platform: string, channel: string, message: string): Promise<HandOff | null> {
    const there = and(eq(handOffs.platform, platform), eq(handOffs.editorsChannel, channel), eq(handOffs.editorsMessage, message));
    const [found] = await this.#state.read((database) => database.select().from(handOffs).where(there));
    return found ?? null;
  }

  take(id: string, { id: takenBy, name }: Editor): Promise<Changed> {
    return this.#change(id, eq(handOffs.status, 'open'), { status: 'taken', takenBy, takenByName: nameOf(name), takenAt: this.#state.now() });
  }

  /** @param sign whether the editor's name is shown to whoever asked */
  answer(id: string, { id: takenBy, name }: Editor, response: string, sign: boolean): Promise<Changed> {
    const by = { takenBy, takenByName: nameOf(name), editorName: sign ? nameOf(name) : null };
    const what = { status: 'answered', response: storeText(response, LONGEST_RESPONSE), answeredAt: this.#state.now(), remindedAt: null };
    return this.#change(id, inArray(handOffs.status, WAITING), { ...by, ...what });
  }

  /** From here on nobody needs to know who asked. */
  async delivered(id: string): Promise<void> {
    await this.#change(id, isNull(handOffs.deliveredAt), { deliveredAt: this.#state.now(), asker: null });
  }

  close(id: string): Promise<Changed> {
    return this.#change(id, sql`${handOffs.status} <> 'closed'`, this.#closed());
  }

  /** Those that wait for a human, oldest first, and how many there are. */
  async waiting(most: number): Promise<{ readonly count: number; readonly oldest: readonly HandOff[] }> {
    const waits = inArray(handOffs.status, WAITING);
    return this.#state.read(async (database) => {
      const [counted] = await database.select({ count: count() }).from(handOffs).where(waits);
      return {
        count: counted?.count ?? 0,
        oldest: await database.select().from(handOffs).where(waits).orderBy(asc(handOffs.at), asc(handOffs.id)).limit(most),
      };
    });
  }

  /** Those that no process has posted, although it is so long since they were opened or somebody last tried. */
  claimUnposted(platforms: readonly string[], afterMs: number): Promise<HandOff[]> {
    return this.#claim(platforms, afterMs, sql`${handOffs.status} = 'open' and ${handOffs.editorsMessage} is null`);
  }

  /** Those that nobody has answered for so long, nor been reminded of. */
  claimForgotten(platforms: readonly string[], afterMs: number): Promise<HandOff[]> {
    return this.#claim(platforms, afterMs, sql`${handOffs.status} in ('open', 'taken') and ${handOffs.editorsMessage} is not null`);
  }

  /** Answers that could not be delivered so long ago, nor since. */
  claimUndelivered(platforms: readonly string[], afterMs: number): Promise<HandOff[]> {
    return this.#claim(platforms, afterMs, sql`${handOffs.status} = 'answered' and ${handOffs.deliveredAt} is null`);
  }

  /** Closes what was answered so long ago, and what has lost its question because it was kept for long enough. */
  closeOld(afterMs: number): Promise<HandOff[]> {
    const answered = sql`${handOffs.status} = 'answered' and ${handOffs.answeredAt} <= ${this.#before(afterMs)}`;
    const lost = sql`${handOffs.status} in ('open', 'taken') and ${handOffs.question} is null`;
    return this.#state.change(async (transaction) => {
      const old = await transaction.select().from(handOffs).where(sql`(${answered}) or (${lost})`).for('update', { skipLocked: true });
      if (old.length === 0) return [];
      await transaction
        .update(handOffs)
        .set(this.#closed())
        .where(
          inArray(
            handOffs.id,
            old.map(({ id }) => id),
          ),
        );
      return old;
    });
  }

  /** Whoever gets it has it for that long: several processes ask at the same time. */
  #claim(platforms: readonly string[], afterMs: number, which: SQL): Promise<HandOff[]> {
    const attended = sql`greatest(${handOffs.remindedAt}, ${handOffs.takenAt}, ${handOffs.answeredAt}, ${handOffs.at})`;
    return this.#state.change((transaction) =>
      transaction
        .update(handOffs)
        .set({ remindedAt: this.#state.now() })
        .where(sql`${which} and ${inArray(handOffs.platform, [...platforms])} and ${attended} <= ${this.#before(afterMs)}`)
        .returning(),
    );
  }

  #change(id: string, from: SQL, to: Partial<HandOff>): Promise<Changed> {
    return this.#state.change(async (transaction) => {
      const [changed] = await transaction
        .update(handOffs)
        .set(to)
        .where(and(eq(handOffs.id, id), from))
        .returning();
      if (changed !== undefined) return { ok: true, handOff: changed };
      const [left] = await transaction.select().from(handOffs).where(eq(handOffs.id, id));
      return { ok: false, handOff: left ?? null };
    });
  }

  #closed() {
    return { status: 'closed', closedAt: this.#state.now(), asker: null, takenBy: null, takenByName: null, editorName: null };
  }

  #before(ms: number): SQL {
    return sql`${new Date(this.#state.now().getTime() - ms).toISOString()}::timestamptz`;
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function nameOf(name: string | null): string | null {
  return name === null ? null : storeText(name, LONGEST_NAME);
}
