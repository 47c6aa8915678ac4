import type { Answer, Found, Several, Table, Unknown } from '../answer/answer.ts';
import type { Fact } from '../facts/fact.ts';
import type { FactBase } from '../facts/fact-base.ts';
import type { Question } from '../question/question.ts';
import type { Language } from '../text/language.ts';
import { describeClaimant } from './describe-claimant.ts';
import { plainText } from './plain-text.ts';
import { quoteBlock } from './quote-block.ts';
import type { Block, Reply, Source } from './reply.ts';
import { TEXTS } from './texts.ts';

/** Characters that an answer of one fact, and one of several, may take. */
const SHORT = 880;
const LONG = 1_950;
const QUOTES_SHORT = 4;
const QUOTES_LONG = 10;

/** Says an answer in the person's language. */
export function writeReply(answer: Answer, question: Pick<Question, 'language' | 'cut'>, base: FactBase): Reply {
  const reply = write(answer, question.language, base);
  return question.cut ? { ...reply, blocks: [...reply.blocks, small(TEXTS[question.language].cut)] } : reply;
}

function write(answer: Answer, language: Language, base: FactBase): Reply {
  switch (answer.kind) {
    case 'found':
      return writeFound(answer, language, base);
    case 'several':
      return writeSeveral(answer, language, base);
    case 'unknown':
      return writeUnknown(answer, language, base);
  }
}

function writeFound(answer: Found, language: Language, base: FactBase): Reply {
  const texts = TEXTS[language];
  const { lead, disputes, later } = answer;
  const first = [answer.polarity ? texts[answer.polarity] : null, answer.correction?.[language], lead.statement[language]]
    .filter((part) => part != null)
    .join(' ');
  const sides: Block[] = [
    ...disputes.map((fact) => plain(`${texts.against}${fact.statement[language]}`)),
    ...later.map((fact) => plain(`${texts.later}${fact.statement[language]}`)),
  ];
  const claimant = small(`${texts.whoSays}${describeClaimant(lead, base, language)}.`);
  let also = [...answer.also];
  const blocks = () => [text(first, 'lead'), ...(also.length > 0 ? [plain(also.map((fact) => fact.statement[language]).join(' '))] : []), ...sides, claimant];
  while (also.length > 0 && plainText(blocks()).length > SHORT) also = also.slice(0, -1);
  return finish(blocks(), [lead, ...also, ...disputes, ...later], language, base, QUOTES_SHORT);
}

function writeSeveral(answer: Several, language: Language, base: FactBase): Reply {
  const blocks: Block[] = [];
  const told: Fact[] = [];
  if (answer.summary) blocks.push(text(answer.summary[language], 'lead'));
  if (answer.table) blocks.push(writeTable(answer.table, language, base));
  for (const { entity, facts } of answer.sections) {
    const fitting = facts.filter((fact) => {
      if (told.length >= QUOTES_LONG || plainText(blocks).length + fact.statement[language].length > LONG - 150) return false;
      told.push(fact);
      return true;
    });
    if (fitting.length === 0) continue;
    if (entity !== null && answer.sections.length > 1) blocks.push({ kind: 'heading', text: base.entities.get(entity)?.name[language] ?? entity });
    blocks.push({ kind: 'list', ordered: answer.shape === 'timeline', items: fitting.map((fact) => item(fact, answer.shape, language)) });
  }
  if (answer.caveat) blocks.push(plain(answer.caveat[language]));
  return finish(blocks, told, language, base, QUOTES_LONG);
}

function writeTable({ columns, rows }: Table, language: Language, base: FactBase): Block {
  return {
    kind: 'table',
    columns: columns.map((column) => column[language]),
    rows: rows.map(({ entity, cells }) => [base.entities.get(entity)?.name[language] ?? entity, ...cells.map((cell) => cell[language])]),
  };
}

/** A line of a list: in a story with its date, where sides are told with its claimant. */
function item(fact: Fact, shape: Several['shape'], language: Language): string {
  const statement = fact.statement[language];
  if (shape === 'timeline') return `${fact.date?.[language] ?? TEXTS[language].undated} — ${statement}`;
  if (shape === 'both-sides') return `${statement} (${TEXTS[language].how[fact.firmness]})`;
  return statement;
}

function writeUnknown(answer: Unknown, language: Language, base: FactBase): Reply {
  const texts = TEXTS[language];
  const blocks: Block[] = [text(unknownText(answer, language), 'lead')];
  if (answer.gap === null && answer.nearest[0]) blocks.push(plain(`${texts.nearest}${answer.nearest[0].statement[language]}`));
  const sources = answer.nearest.map((fact) => sourceOf(fact, base)).flatMap((source) => source ?? []);
  blocks.push(...sources.slice(0, 1).map((source) => quoteBlock(source, base, language)));
  if (answer.suggestions.length > 0) blocks.push({ kind: 'questions', label: texts.ask, questions: answer.suggestions });
  return {
    language,
    status: 'unknown',
    reason: answer.reason,
    blocks,
    facts: answer.nearest.map(({ id }) => id),
    sources,
    suggestions: answer.suggestions,
    version: base.version,
  };
}

function unknownText(answer: Unknown, language: Language): string {
  const texts = TEXTS[language];
  if (answer.reason === 'off-topic') return texts.offTopic;
  if (answer.reason === 'unclear') return texts.unclear;
  return answer.gap ? `${texts.notInDocuments} ${answer.gap.statement[language]}` : texts.notInDocuments;
}

/** Adds the proof: a quote a fact, and where it stands. */
export function finish(blocks: readonly Block[], facts: readonly Fact[], language: Language, base: FactBase, most: number): Reply {
  const quotes = chooseQuotes(facts, most, base);
  return {
    language,
    status: 'answered',
    reason: null,
    blocks: [...blocks, ...quotes.map((quote) => quoteBlock(quote, base, language))],
    facts: facts.map(({ id }) => id),
    sources: quotes,
    suggestions: [],
    version: base.version,
  };
}

/** First one quote a fact, then the second ones while there is room; the same words only once, in the longest quote that holds them. */
function chooseQuotes(facts: readonly Fact[], most: number, base: FactBase): Source[] {
  const firsts = facts.flatMap((fact) => fact.quotes.slice(0, 1));
  const rest = facts.flatMap((fact) => fact.quotes.slice(1));
  const sources: Source[] = [];
  for (const { document, exact } of [...firsts, ...rest]) {
    const file = base.documents.get(document)?.file;
    if (file === undefined || sources.length >= most || sources.some(({ quote }) => quote.includes(exact))) continue;
    const shorter = sources.findIndex(({ quote }) => exact.includes(quote));
    if (shorter >= 0) sources.splice(shorter, 1);
    sources.push({ document, file, quote: exact });
  }
  // Those of one document beside each other, so that it is named once.
  const order = [...new Set(sources.map(({ document }) => document))];
  return sources.sort((left, right) => order.indexOf(left.document) - order.indexOf(right.document));
}

function sourceOf(fact: Fact, base: FactBase): Source | null {
  const [{ document, exact }] = fact.quotes;
  const file = base.documents.get(document)?.file;
  return file === undefined ? null : { document, file, quote: exact };
}

function text(value: string, tone: 'lead' | 'plain' | 'small'): Block {
  return { kind: 'text', text: value, tone };
}

function plain(value: string): Block {
  return text(value, 'plain');
}

function small(value: string): Block {
  return text(value, 'small');
}
