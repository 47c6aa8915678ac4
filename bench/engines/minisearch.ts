import MiniSearch from 'minisearch';
import { type Engine, type FactDocument, toDocuments } from './engine.ts';

export const minisearch: Engine = {
  name: 'minisearch',
  setup: 'MiniSearch: fuzzy 0.2, prefix',
  build: (base) => {
    const index = new MiniSearch<FactDocument>({ fields: ['en', 'fr', 'company'], searchOptions: { fuzzy: 0.2, prefix: true } });
    index.addAll(toDocuments(base));
    return (question) => {
      const id: unknown = index.search(question)[0]?.id;
      return typeof id === 'string' ? id : null;
    };
  },
};
