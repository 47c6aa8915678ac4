// A process that shares a database with others, asks itself the same question all the time, and tells what it answers. See replica-processes.test.ts.
import { z } from 'zod';
import { allText } from '../fixtures/start-bot.ts';
import { QUESTION, startReplica } from './start-replica.ts';

const [url = '', folder = ''] = process.argv.slice(2);
const order = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reload'), word: z.string() }),
  z.object({ kind: z.literal('rollback'), version: z.string() }),
]);
const ASK_MS = 3;

const replica = await startReplica({ url }, folder, true);
const { bot, run, say, versions } = replica;
const tell = (message: object) => process.send?.(message);

let last = '';
let answers = 0;
setInterval(() => {
  const reply = bot.ask(QUESTION, []);
  answers++;
  const [, word = '-'] = /Borel (\S+) lays off/.exec(allText(reply)) ?? [];
  const answer = `${reply.version} ${word}`;
  if (answer === last) return;
  last = answer;
  tell({ kind: 'answers', version: reply.version, word });
}, ASK_MS);

process.on('message', async (message) => {
  const given = order.parse(message);
  if (given.kind === 'reload') say(given.word);
  const reply = await run(given.kind === 'reload' ? 'reload' : `rollback ${given.version}`);
  tell({ kind: 'done', text: allText(reply), answers });
});
process.on('disconnect', () => process.exit());

const ready = setInterval(() => {
  if (versions.processes() < 3 || !versions.notices.hears()) return;
  clearInterval(ready);
  tell({ kind: 'ready' });
}, 20);
