import { Charset, Index } from 'flexsearch';
import { type Engine, toDocuments } from './engine.ts';

export const flexsearch: Engine = {
  name: 'flexsearch',
  setup: 'FlexSearch: forward tokeniser, LatinBalance encoder, suggest',
  build: (base) => {
    const documents = toDocuments(base);
    const index = new Index({ tokenize: 'forward', encoder: Charset.LatinBalance });
    for (const [at, { company, en, fr }] of documents.entries()) index.add(at, `${company} ${en} ${fr}`);
    const ids = documents.map(({ id }) => id);
    return (question) => {
      const [first] = index.search(question, { limit: 1, suggest: true });
      return ids[Number(first ?? -1)] ?? null;
    };
  },
};
