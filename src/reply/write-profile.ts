import type { Profile } from '../answer/profile.ts';
import type { FactBase } from '../facts/fact-base.ts';
import type { Language, Localised } from '../text/language.ts';
import { describeEntity } from './describe-claimant.ts';
import { describeSource } from './quote-block.ts';
import type { Block, Reply } from './reply.ts';
import { TEXTS } from './texts.ts';
import { finish } from './write-reply.ts';

const MOST_QUOTES = 6;

const LABELS: Localised<{ readonly story: string; readonly figures: string; readonly from: string; readonly known: (count: number) => string }> = {
  en: { story: 'What happened', figures: 'In figures', from: 'From: ', known: (count) => `${count} ${count === 1 ? 'fact' : 'facts'} in the documents.` },
  fr: {
    story: 'Ce qui s’est passé',
    figures: 'En chiffres',
    from: 'D’après : ',
    known: (count) => `${count} ${count === 1 ? 'fait' : 'faits'} dans les documents.`,
  },
};

export function writeProfile(profile: Profile, language: Language, base: FactBase): Reply {
  const labels = LABELS[language];
  const { happenings, figures, other } = profile;
  const people = profile.people.map((id) => describeEntity(id, base, language));
  const story = happenings.map((fact) => `${fact.date?.[language] ?? TEXTS[language].undated} — ${fact.statement[language]}`);
  const blocks: Block[] = [
    { kind: 'heading', text: base.entities.get(profile.company)?.name[language] ?? profile.company },
    { kind: 'text', tone: 'plain', text: [labels.known(profile.known), ...people.map((person) => `${person}.`)].join(' ') },
    ...listed(labels.story, story, true),
    ...listed(
      labels.figures,
      figures.map(({ statement }) => statement[language]),
      false,
    ),
    ...other.map(({ statement }) => ({ kind: 'text', tone: 'plain', text: statement[language] }) as const),
    { kind: 'text', tone: 'small', text: `${labels.from}${profile.documents.map((id) => describeSource(id, base, language)).join(' · ')}` },
  ];
  return finish(blocks, [...happenings, ...figures, ...other], language, base, MOST_QUOTES);
}

function listed(heading: string, items: readonly string[], ordered: boolean): Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'list', items, ordered },
      ];
}
