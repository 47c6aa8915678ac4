import type { Language } from '../src/text/language.ts';
import type { BenchTopic } from './bench-topics.ts';

/** How the generated facts are told. `{when}` is "2022" or "March 2022". */
export const STATEMENT_TEMPLATES: Readonly<Record<BenchTopic, Readonly<Record<Language, readonly [string, ...string[]]>>>> = {
  'jobs-cut': {
    en: [
      '{company} laid off {people} people in {when}.',
      '{company} cut {people} jobs in {when}.',
      'In {when}, {people} employees of {company} lost their jobs.',
    ],
    fr: [
      '{company} a licencié {people} personnes en {when}.',
      '{company} a supprimé {people} postes en {when}.',
      'En {when}, {people} salariés de {company} ont perdu leur emploi.',
    ],
  },
  'share-cut': {
    en: ['{company} cut {share}% of its workforce in {when}.', 'The layoffs of {when} hit {share}% of the staff of {company}.'],
    fr: ['{company} a supprimé {share} % de son effectif en {when}.', 'Les licenciements de {when} ont touché {share} % du personnel de {company}.'],
  },
  'cut-when': {
    en: ['{company} announced the {people} layoffs in {when}.', 'The cut of {people} jobs at {company} came in {when}.'],
    fr: ['{company} a annoncé les {people} licenciements en {when}.', 'La suppression de {people} postes chez {company} date de {when}.'],
  },
  'cut-reason': {
    en: ['{company} gave {reason} as the reason for the {people} job cuts of {when}.', 'In {when}, {company} explained the loss of {people} jobs by {reason}.'],
    fr: [
      '{company} a invoqué {reason} pour justifier les {people} suppressions de postes de {when}.',
      'En {when}, {company} a expliqué le départ de {people} personnes par {reason}.',
    ],
  },
  'cut-where': {
    en: ['The {people} layoffs of {when} at {company} fell on {team}.', 'Most of the {people} people that {company} laid off in {when} worked in {team}.'],
    fr: [
      'Les {people} licenciements de {when} chez {company} ont touché {team}.',
      'La plupart des {people} personnes licenciées par {company} en {when} travaillaient dans {team}.',
    ],
  },
  headcount: {
    en: ['{company} employed {headcount} people in {when}.', 'In {when}, {company} had a staff of {headcount}.'],
    fr: ['{company} employait {headcount} personnes en {when}.', 'En {when}, {company} comptait {headcount} salariés.'],
  },
  'ai-replaces-people': {
    en: [
      '{company} said in {when} that AI now does the work of its {team} team.',
      'In {when}, {company} replaced staff in {team} with artificial intelligence.',
    ],
    fr: [
      "{company} a déclaré en {when} que l'IA remplaçait désormais des salariés dans {team}.",
      "En {when}, {company} a remplacé du personnel par l'intelligence artificielle dans {team}.",
    ],
  },
  leader: {
    en: ['{leader} was chief executive of {company} in {when}.', 'In {when}, {company} was run by {leader}.'],
    fr: ['{leader} était à la tête de {company} en {when}.', 'En {when}, {company} était dirigée par {leader}.'],
  },
  severance: {
    en: ['Those laid off by {company} in {when} got {weeks} weeks of severance pay.', '{company} paid {weeks} weeks of severance in {when}.'],
    fr: [
      "Les licenciés de {company} ont reçu {weeks} semaines d'indemnités en {when}.",
      "{company} a versé {weeks} semaines d'indemnités de départ en {when}.",
    ],
  },
  reversal: {
    en: ['{company} began to hire people again for {team} in {when}.', 'In {when}, {company} reversed course and rehired humans in {team}.'],
    fr: ['{company} a recommencé à embaucher pour {team} en {when}.', 'En {when}, {company} a fait marche arrière et réembauché des humains pour {team}.'],
  },
  'ai-product': {
    en: ['{company} launched an AI assistant called {product} in {when}.', 'In {when}, {company} presented {product}, its AI tool.'],
    fr: ['{company} a lancé un assistant IA nommé {product} en {when}.', "En {when}, {company} a présenté {product}, son outil d'IA."],
  },
  'job-promise': {
    en: [
      '{company} promised in {when} that there would be no layoffs for {months} months.',
      'In {when}, the management of {company} assured staff that their jobs were safe for {months} months.',
    ],
    fr: [
      "{company} a promis en {when} qu'il n'y aurait pas de licenciements pendant {months} mois.",
      'En {when}, la direction de {company} a assuré au personnel que ses emplois étaient garantis {months} mois.',
    ],
  },
};
