// The command line. Each action imports what it needs when it runs: `facts check` should not wait for what the chat needs.
import { once } from 'node:events';
import { enableCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import { Command } from 'commander';
import type { TerminalStyle } from './adapters/terminal/terminal-style.ts';
import type { Reloaded } from './bot/editions/edition-keeper.ts';
import type { Knowledge } from './bot/knowledge.ts';
import { type Config, PROJECT_ROOT, readConfig } from './config.ts';
import { AppError } from './errors.ts';
import type { FactBase } from './facts/fact-base.ts';
import type { Loaded } from './facts/load-fact-base.ts';
import type { Log } from './log.ts';
import type { Block } from './reply/reply.ts';
import type { Memory } from './start-memory.ts';

// Compiling what was compiled at the last start is a quarter of the time that a start takes.
enableCompileCache(join(PROJECT_ROOT, 'var', 'cache', 'code'));
// drizzle-orm is hundreds of small files, which load in a fifth of the time as CommonJS modules.
registerHooks({
  resolve: (specifier, context, next) => next(specifier, specifier.startsWith('drizzle-orm') ? { ...context, conditions: ['node', 'require'] } : context),
});

type AskOptions = { readonly json?: boolean; readonly batch?: string };

const program = new Command('ai-layoffs-bot')
  .description('Answers questions about AI-driven layoffs from a few news documents, with its receipts. Without a command: a chat.')
  .allowExcessArguments()
  .action(startChat);

program
  .command('ask')
  .description('answer one question, or one a line')
  .argument('[question...]', 'in English or French')
  .option('--json', 'print JSON')
  .option('--batch <file>', 'answer each line of a file (- for standard input) of {"id", "question", "thread"}; prints a line of JSON for each')
  .action(ask);

const facts = program.command('facts').description('look into the data');
facts.command('check').description('verify everything; list every problem').action(checkData);
facts.command('show').argument('<company...>', 'name of a company').description('print all facts on a company').action(showCompany);
facts.command('stats').description('count what there is').action(printStats);

async function startChat(_: object, command: Command): Promise<void> {
  const [stray] = command.args;
  if (stray !== undefined)
    command.error(`error: unknown command '${stray}'; there are: ${command.commands.map((one) => one.name()).join(', ')}, or none for a chat`);
  const config = readConfig();
  if (config.slack !== null || config.discord !== null) return servePlatforms(config);
  const [bot, { chat }, { styleFor }] = await Promise.all([
    startBot(config),
    import('./adapters/terminal/chat.ts'),
    import('./adapters/terminal/terminal-style.ts'),
  ]);
  const ending = new AbortController();
  process.once('SIGTERM', () => ending.abort());
  await chat({ bot, input: process.stdin, output: process.stdout, style: () => styleFor(process.stdout, config.noColor), signal: ending.signal });
}

const LINGERING_MS = 1_000;

/** Every platform that has a token, in this one process. */
async function servePlatforms(config: Config): Promise<void> {
  const [{ openLog, describeError }, { Reception }, { serve }] = await Promise.all([import('./log.ts'), import('./bot/reception.ts'), import('./serve.ts')]);
  const log = openLog(config.logLevel);
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.error({ error: describeError(error) }, event);
      process.exit(1);
    });
  }
  const [{ startMonitor }, { startMemory }] = await Promise.all([import('./start-monitor.ts'), import('./start-memory.ts')]);
  const monitor = await startMonitor(config, log);
  const memory = startMemory(config, log, monitor);
  const bot = await startBot(config, { log, ...memory }).catch(async (error: unknown) => {
    await Promise.all([memory.close(), monitor.close()]);
    throw error;
  });
  const reception = new Reception({ bot, log, now: Date.now, threadFollowUps: config.threadFollowUps, ...memory.serve(bot) });
  const { startPlatforms } = await import('./start-platforms.ts');
  const platforms = await startPlatforms({ config, bot, reception, state: memory.state, log });
  // Meanwhile the platforms answer.
  bot.warmUp();
  memory.connect(platforms);
  monitor.watch({ version: () => bot.library.version, platforms, ...memory.watched });
  try {
    await serve({ bot, reception, platforms, config, log, onLeaving: monitor.leaving });
  } finally {
    await Promise.all([memory.close(), monitor.close()]);
    // Sockets that a client has not closed would keep us here.
    setTimeout(() => process.exit(), LINGERING_MS).unref();
  }
}

async function ask(words: readonly string[], { json = false, batch }: AskOptions, command: Command): Promise<void> {
  const question = words.join(' ').trim();
  if (question === '' && batch === undefined) return command.help({ error: true });
  if (question !== '' && batch !== undefined) command.error('error: either a question or --batch, not both');
  const config = readConfig();
  if (batch !== undefined) return answerBatchFrom(batch, config);
  const [bot, { askOnce }, style] = await Promise.all([startBot(config), import('./adapters/terminal/ask-once.ts'), styleOf(config)]);
  console.log(askOnce(question, json, (text, thread) => bot.ask(text, thread), style));
}

async function answerBatchFrom(batch: string, config: Config): Promise<void> {
  const input = batch === '-' ? process.stdin : await openFile(batch);
  const [bot, { answerBatch }] = await Promise.all([startBot(config), import('./adapters/terminal/answer-batch.ts')]);
  bot.warmUp();
  await answerBatch(input, process.stdout, (question, thread) => bot.ask(question, thread));
}

async function openFile(file: string) {
  const { createReadStream } = await import('node:fs');
  const stream = createReadStream(file);
  try {
    await once(stream, 'ready');
    return stream;
  } catch (cause) {
    throw new AppError(
      'NO_BATCH_FILE',
      `The batch file ${file} cannot be read: ${messageOf(cause)}. Give the path of a file of JSON lines, or - for standard input`,
      { cause },
    );
  }
}

type Remembering = Pick<Memory, 'records' | 'lastApplied'> & { readonly log: Log };

async function startBot({ dataFolder, defaultLanguage }: Config, remembering: Remembering | null = null) {
  const [{ Bot }, { loadCommands }, { loadKnowledge, loadBeside }] = await Promise.all([
    import('./bot/bot.ts'),
    import('./bot/load-commands.ts'),
    import('./bot/load-knowledge.ts'),
  ]);
  const now = () => new Date();
  const [commands, loaded] = await Promise.all([loadCommands(join(PROJECT_ROOT, 'commands')), loadKnowledge(dataFolder, now, tellBuilding)]);
  const knowledge = loaded.ok ? loaded.knowledge : await goOnWithout(loaded, remembering);
  return new Bot({
    knowledge,
    load: () => loadBeside(dataFolder, now),
    commands,
    language: defaultLanguage,
    filesVersion: loaded.ok ? knowledge.base.version : null,
    ...(remembering ? { onReload: (reload) => logReload(reload, remembering.log), records: remembering.records } : {}),
  });
}

const MOST_LOGGED = 10;

/** A restart among broken files comes up with what was applied last. */
async function goOnWithout(broken: Extract<Loaded, { readonly ok: false }>, remembering: Remembering | null): Promise<Knowledge> {
  const last = await remembering?.lastApplied();
  if (remembering == null || last == null) return failToLoad(broken);
  const { describeProblem } = await import('./reading/problem.ts');
  const problems = broken.problems.slice(0, MOST_LOGGED).map(describeProblem);
  const fields = { version: last.base.version, count: broken.problems.length, problems };
  remembering.log.error(fields, 'the data folder cannot be used as it is: the version that was applied last goes on. Mend the files, and reload');
  return last;
}

/** Ten seconds of silence look like a fault to a person; a program reads standard error for errors only. */
function tellBuilding(): void {
  if (process.stderr.isTTY) console.error('Reading and verifying the documents, which takes some seconds the first time …');
}

function logReload({ by, from, outcome }: Reloaded, log: Log): void {
  if (!outcome.ok) {
    log.warn({ by, from, problems: outcome.problems.length }, 'not reloaded: the data has problems');
    return;
  }
  const { to, facts, gaps } = outcome.diff;
  const count = ({ added, changed, removed }: typeof facts) => ({ added: added.length, changed: changed.length, removed: removed.length });
  log.info({ by, from, to, facts: count(facts), gaps: count(gaps) }, outcome.applied ? 'reloaded' : 'loaded beside, to be applied');
}

async function checkData(): Promise<void> {
  const [{ checkFacts }, loaded] = await Promise.all([import('./adapters/terminal/check-facts.ts'), loadData(readConfig())]);
  console.log(checkFacts(loaded));
  if (!loaded.ok) process.exitCode = 1;
}

async function showCompany(words: readonly string[]): Promise<void> {
  const config = readConfig();
  const [{ showFacts }, { CompanyFinder }, base] = await Promise.all([
    import('./adapters/terminal/show-facts.ts'),
    import('./bot/company-finder.ts'),
    requireData(config),
  ]);
  const finder = new CompanyFinder(base);
  const { companies, near } = finder.find(words.join(' '), config.defaultLanguage);
  if (companies.length === 0) {
    const names = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there are: ${finder.names(config.defaultLanguage).join(', ')}`;
    throw new AppError('NO_SUCH_COMPANY', `No facts on a company "${words.join(' ')}"; ${names}`);
  }
  await print(
    companies.flatMap((company) => showFacts(company, base, config.defaultLanguage)),
    config,
  );
}

async function printStats(): Promise<void> {
  const config = readConfig();
  const [{ countFacts }, base] = await Promise.all([import('./adapters/terminal/count-facts.ts'), requireData(config)]);
  await print(countFacts(base, config.defaultLanguage), config);
}

async function loadData({ dataFolder }: Config): Promise<Loaded> {
  const { loadFactBase } = await import('./facts/load-fact-base.ts');
  return loadFactBase(dataFolder);
}

async function requireData(config: Config): Promise<FactBase> {
  const loaded = await loadData(config);
  return loaded.ok ? loaded.base : failToLoad(loaded);
}

async function failToLoad({ problems }: Extract<Loaded, { readonly ok: false }>): Promise<never> {
  const { listProblems } = await import('./adapters/terminal/check-facts.ts');
  throw new AppError('BAD_DATA', `The data cannot be used:\n${listProblems(problems)}`);
}

async function print(blocks: readonly Block[], config: Config): Promise<void> {
  const [{ renderBlocks }, style] = await Promise.all([import('./adapters/terminal/render-terminal.ts'), styleOf(config)]);
  console.log(renderBlocks(blocks, style));
}

async function styleOf({ noColor }: Config): Promise<TerminalStyle> {
  const { styleFor } = await import('./adapters/terminal/terminal-style.ts');
  return styleFor(process.stdout, noColor);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// Whoever reads us may stop early (`| head`): that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
