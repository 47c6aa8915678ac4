// A process that keeps answers as fast as it can, and tells the id of each as soon as it is written; somebody kills it.
import { writeSync } from 'node:fs';
import { pino } from 'pino';
import { writeAnswers } from '../../src/state/answer-log.ts';
import { State } from '../../src/state/state.ts';
import { answerRow } from './answer-row.ts';

const [kind = '', where = ''] = process.argv.slice(2);
const place = kind === 'url' ? { url: where } : { folder: where };
const state = new State({ place, peopleKey: 'key', log: pino({ level: 'silent' }), now: () => new Date() });
await state.start();
const write = state.lane('answer', writeAnswers);
for (;;) {
  const rows = Array.from({ length: 20 }, () => answerRow({ at: new Date() }));
  await Promise.all(rows.map((row) => write(row).then(() => writeSync(1, `${row.id}\n`))));
}
