import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A request and its intent, `oos` where none of them is meant. */
export type Utterance = readonly [text: string, intent: string];

const utterances = z.array(z.tuple([z.string(), z.string()]));
const clincSchema = z.object({ train: utterances, val: utterances, test: utterances, oos_val: utterances, oos_train: utterances, oos_test: utterances });
export type ClincData = z.infer<typeof clincSchema>;

/** CLINC150 (Larson et al., EMNLP 2019; CC BY 3.0), which is not part of this repository. */
export function readClinc(folder: string): ClincData {
  return clincSchema.parse(JSON.parse(readFileSync(join(folder, 'data_full.json'), 'utf8')));
}
