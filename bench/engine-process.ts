/** A process of its own for one engine at one size, so that none disturbs another. Started by fork-engine.ts. */
import { findEngine } from './engines/all-engines.ts';
import { generateBase } from './generate-base.ts';
import { generateQuestions } from './generate-questions.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { measureEngine } from './measure-engine.ts';
import { jobSchema, type Report } from './measurement.ts';

const job = jobSchema.parse(JSON.parse(process.argv[2] ?? 'null'));
const base = generateBase(job.size, job.seed, loadKnowledge());
const questions = generateQuestions(base, job.questions, job.seed + 1);
const tell = (report: Report) => process.send?.(report);
tell({ kind: 'generated' });
const measurement = await measureEngine(findEngine(job.engine), base, questions, job.deadlineSeconds, tell);
tell({ kind: 'done', measurement });
process.disconnect?.();
