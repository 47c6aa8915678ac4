import Fuse from 'fuse.js';
import { type Engine, toDocuments } from './engine.ts';

const KEYS = ['en', 'fr', 'company'];

export const fuse: Engine = {
  name: 'fuse',
  setup: 'fuse.js as people use it: ignoreLocation, includeScore, else defaults',
  build: (base) => {
    const index = new Fuse(toDocuments(base), { keys: KEYS, ignoreLocation: true, includeScore: true });
    return (question) => index.search(question, { limit: 1 })[0]?.item.id ?? null;
  },
};

export const fuseTokens: Engine = {
  name: 'fuse-tokens',
  setup: 'fuse.js token search: useTokenSearch, ignoreLocation, includeScore, else defaults',
  build: (base) => {
    const index = new Fuse(toDocuments(base), { keys: KEYS, useTokenSearch: true, ignoreLocation: true, includeScore: true });
    return (question) => index.search(question, { limit: 1 })[0]?.item.id ?? null;
  },
};
