import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
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
  .description('Asks the same questions of this project and of general search engines, over generated facts')
  .option('--sizes <list>', 'numbers of facts', '1k,10k,100k,1M')
  .option('--engines <list>', 'engines to compare', ENGINES.map(({ name }) => name).join(','))
  .option('--questions <count>', 'questions for each engine and size', '500')
  .option('--seed <number>', 'for the facts and questions', '1')
  .option('--deadline <seconds>', 'for the build and the questions of one engine at one size', '120')
  .option('--json <file>', 'write the outcomes there, too')
  .option('--clinc <folder>', 'measure topics and abstention on CLINC150 (data_full.json) instead');

async function main(): Promise<void> {
  const options = optionsSchema.parse(program.parse().opts());
  if (options.clinc !== undefined) return console.log(reportClinc(options.clinc));
  const plan = { engines: options.engines, sizes: options.sizes, questions: options.questions, seed: options.seed, deadlineSeconds: options.deadline };
  const outcomes = await runWithProgress(plan);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ machine: describeMachine(), ...plan, outcomes }, null, 2)}\n`);
  const setups = ENGINES.filter(({ name }) => plan.engines.includes(name)).map(({ name, setup }) => `- ${name}: ${setup}`);
  console.log(`${renderTable(outcomes)}\n\n${setups.join('\n')}\n\n${describeMachine()}; ${plan.questions} questions, seed ${plan.seed}`);
}

async function runWithProgress(plan: Plan): ReturnType<typeof runBench> {
  const progress = showProgress(plan);
  try {
    return await runBench(plan, progress.tell);
  } finally {
    progress.stop();
  }
}

await main();
