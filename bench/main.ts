import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { ROADS } from './adapters/bot-job.ts';
import { SOAK_PLATFORMS } from './adapters/soak-plan.ts';
import { reportClinc } from './clinc/report-clinc.ts';
import { ENGINES, findEngine } from './engines/all-engines.ts';
import { describeMachine, renderTable } from './render-table.ts';
import { type Plan, readSize, runBench } from './run-bench.ts';
import { showProgress } from './show-progress.ts';

const list = z.string().transform((text) => text.split(',').map((part) => part.trim()));
const optionsSchema = z.object({
  sizes: list.transform((sizes) => sizes.map(readSize)),
  engines: list.transform((names) => names.map((name) => findEngine(name).name)),
  questions: z.coerce.number().int().positive(),
  seed: z.coerce.number().int(),
  deadline: z.coerce.number().positive(),
  json: z.string().optional(),
  clinc: z.string().optional(),
});

const program = new Command('bench')
  // So that --json and its like after a sub-command are that one's.
  .enablePositionalOptions()
  .description('Asks the same questions of this project and of general search engines, over generated facts')
  .option('--sizes <list>', 'numbers of facts', '1k,10k,100k,1M')
  .option('--engines <list>', 'engines to compare', ENGINES.map(({ name }) => name).join(','))
  .option('--questions <count>', 'questions for each engine and size', '500')
  .option('--seed <number>', 'for the facts and questions', '1')
  .option('--deadline <seconds>', 'for the build and the questions of one engine at one size', '120')
  .option('--json <file>', 'write the outcomes there, too')
  .option('--clinc <folder>', 'measure topics and abstention on CLINC150 (data_full.json) instead')
  .action((options) => measureEngines(options));

const adapterOptionsSchema = z.object({
  platforms: list.transform((names) => names.map((name) => z.enum(ROADS).parse(name))),
  concurrency: list.transform((numbers) => numbers.map((one) => z.coerce.number().int().positive().parse(one))),
  seconds: z.coerce.number().positive(),
  rounds: z.coerce.number().int().positive(),
  json: z.string().optional(),
});

program
  .command('adapters')
  .description('answers a second to slash commands, beside a bare echo bot of the same library, on local servers')
  .option('--platforms <list>', 'of slack (Socket Mode), slack-http, discord', ROADS.join(','))
  .option('--concurrency <list>', 'questions under way at once', '1,20,100')
  .option('--seconds <number>', 'for each round of each bot', '5')
  .option('--rounds <number>', 'of each bot, in turns', '3')
  .option('--json <file>', 'write the outcomes there, too')
  .action((options) => measureAdapters(options));

const soakOptionsSchema = z.object({
  platform: z.enum(SOAK_PLATFORMS),
  events: z.coerce.number().int().min(100),
  rate: z.coerce.number().positive(),
  json: z.string().optional(),
});

program
  .command('soak')
  .description('many events with duplicates, rate limits and dropped connections: is each answered once, does memory stay flat')
  .option('--platform <name>', SOAK_PLATFORMS.join(' or '), 'slack')
  .option('--events <count>', 'mentions, direct messages and slash commands', '20000')
  .option('--rate <number>', 'at most so many a second', '80')
  .option('--json <file>', 'write the outcome there, too')
  .action((options) => measureSoak(options));

const count = z.coerce.number().int().positive();
const stateOptionsSchema = z.object({ rows: count, seconds: count, rounds: count, starts: count, queries: count, json: z.string().optional() });

program
  .command('state')
  .description('what remembering costs: answers a second with and without it, the start, and what admins ask of many rows')
  .option('--rows <count>', 'in each of the large tables', '1000000')
  .option('--seconds <number>', 'for each round of each bot', '5')
  .option('--rounds <number>', 'of each bot, in turns', '5')
  .option('--starts <number>', 'of the process, for the median', '5')
  .option('--queries <number>', 'of each command', '200')
  .option('--json <file>', 'write the outcome there, too')
  .action((options) => measureState(options));

async function measureState(given: unknown): Promise<void> {
  const { json, ...plan } = stateOptionsSchema.parse(given);
  const [{ runStateBench }, { renderStateTable }] = await Promise.all([import('./state/run-state-bench.ts'), import('./state/render-state-table.ts')]);
  const outcome = await runStateBench(plan, (progress) => console.error(progress));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine: describeMachine(), ...plan, ...outcome }, null, 2)}\n`);
  console.log(
    `${renderStateTable(outcome)}\n\n${describeMachine()}; ${plan.rounds} rounds of ${plan.seconds} s for each bot, ${plan.queries} times each command`,
  );
}

async function measureEngines(given: unknown): Promise<void> {
  const options = optionsSchema.parse(given);
  if (options.clinc !== undefined) return console.log(reportClinc(options.clinc));
  const plan = { engines: options.engines, sizes: options.sizes, questions: options.questions, seed: options.seed, deadlineSeconds: options.deadline };
  const outcomes = await runWithProgress(plan);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ machine: describeMachine(), ...plan, outcomes }, null, 2)}\n`);
  const setups = ENGINES.filter(({ name }) => plan.engines.includes(name)).map(({ name, setup }) => `- ${name}: ${setup}`);
  console.log(`${renderTable(outcomes)}\n\n${setups.join('\n')}\n\n${describeMachine()}; ${plan.questions} questions, seed ${plan.seed}`);
}

async function measureAdapters(given: unknown): Promise<void> {
  const { platforms: roads, concurrency: concurrencies, seconds, rounds, json } = adapterOptionsSchema.parse(given);
  const [{ runAdapterBench }, { renderAdapterTable }] = await Promise.all([
    import('./adapters/run-adapter-bench.ts'),
    import('./adapters/render-adapter-table.ts'),
  ]);
  const plan = { roads, concurrencies, seconds, rounds };
  const outcomes = await runAdapterBench(plan, (progress) => console.error(progress));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine: describeMachine(), ...plan, outcomes }, null, 2)}\n`);
  console.log(`${renderAdapterTable(outcomes)}\n\n${describeMachine()}; ${rounds} rounds of ${seconds} s for each bot`);
}

async function measureSoak(given: unknown): Promise<void> {
  const { platform, events, rate: perSecond, json } = soakOptionsSchema.parse(given);
  const [{ runSoak }, { faultsOf, renderSoak }] = await Promise.all([import('./adapters/run-soak.ts'), import('./adapters/render-soak.ts')]);
  const outcome = await runSoak({ platform, events, perSecond }, (progress) => console.error(progress));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine: describeMachine(), ...outcome }, null, 2)}\n`);
  console.log(`${renderSoak(outcome)}\n\n${describeMachine()}`);
  const faults = faultsOf(outcome);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

async function runWithProgress(plan: Plan): ReturnType<typeof runBench> {
  const progress = showProgress(plan);
  try {
    return await runBench(plan, progress.tell);
  } finally {
    progress.stop();
  }
}

await program.parseAsync();
