import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSource, type Source } from './load-source.ts';

const FACTS = 'data/facts/fiverr.yaml';
const [WAS, IS] = ['Fiverr is apparently laying off about 250 employees', 'Fiverr would be laying off about 250 employees'] as const;

/** What somebody might write who reads the document once more. */
const ADDED = `
- id: fiverr-difficult-decision
  company: fiverr
  topic: jobs-cut
  statement:
    en: "The article calls the decision to cut jobs at Fiverr a difficult one."
    fr: "L'article qualifie de difficile la décision de supprimer des emplois chez Fiverr."
  quotes:
    - document: fiverr-250
      exact: "Cela semble être une décision difficile"
  claimant: { kind: outlet-opinion, who: fiverr-article }
  firmness: opinion
  stance: reports
  phrasings:
    en: |
      does the article find the decision of Fiverr difficult
    fr: |
      l'article trouve-t-il la décision de Fiverr difficile
`;

/** A copy of the data, in which since it was loaded one fact has been reworded and one added. */
export async function withChangedData(root: string, work: (source: Source) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
  try {
    for (const part of ['data', 'seeds']) cpSync(join(root, part), join(folder, part), { recursive: true });
    const source = await loadSource(folder);
    const before = readFileSync(join(folder, FACTS), 'utf8');
    if (!before.includes(WAS)) throw new Error(`${FACTS} no longer says “${WAS}”: give scripts/screenshots/changed-data.ts other words to change`);
    writeFileSync(join(folder, FACTS), before.replace(WAS, IS) + ADDED);
    await work(source);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
