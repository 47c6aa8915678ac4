import { create, insertMultiple, search } from '@orama/orama';
import { type Engine, toDocuments } from './engine.ts';

export const orama: Engine = {
  name: 'orama',
  setup: 'Orama: tolerance 1, threshold 1',
  build: async (base) => {
    const index = create({ schema: { en: 'string', fr: 'string', company: 'string' } });
    await insertMultiple(index, toDocuments(base), 10_000);
    return async (question) => {
      const { hits } = await search(index, { term: question, tolerance: 1, limit: 1 });
      return hits[0]?.id ?? null;
    };
  },
};
