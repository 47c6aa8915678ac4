import type { Language } from '../src/text/language.ts';
import type { BenchTopic } from './bench-topics.ts';

/**
 * Questions in words that are no phrasing of the base (a test compares them). Each names the layoff by its date (`{when}`:
 * "in 2022", "en mars 2022") or by its figure (`{people}`), so that one fact answers it.
 */
export const QUESTION_TEMPLATES: Readonly<Record<BenchTopic, Readonly<Record<Language, readonly [string, ...string[]]>>>> = {
  'jobs-cut': {
    en: [
      'how many jobs did {company} do away with {when}?',
      '{company} {when}: how many people lost their work?',
      'What was the number of employees dismissed by {company} {when}?',
      'do you know how many staff {company} had to let go {when}',
      '{when}, how many workers were made redundant at {company}?',
      'how many posts were slashed by {company} {when}',
      'How large were the layoffs {when} at {company}?',
    ],
    fr: [
      'combien de gens ont perdu leur place chez {company} {when} ?',
      '{company} {when} : combien de postes en moins ?',
      "Quel est le nombre d'emplois supprimés par {company} {when} ?",
      'tu sais combien de salariés {company} a mis dehors {when}',
      '{when}, combien de travailleurs ont été congédiés par {company} ?',
      'à combien se montent les licenciements de {company} {when} ?',
      "combien d'employés {company} a-t-elle laissés partir {when}",
    ],
  },
  'share-cut': {
    en: [
      'what percentage of its people did {company} drop {when}?',
      'by how many percent did {company} reduce its workforce {when}',
      'Which share of the staff had to go at {company} {when}?',
      '{company} {when}, what percent of employees were cut?',
      'what fraction of the workers did {company} lay off {when}?',
      'in percent of all staff, how big was the layoff at {company} {when}',
    ],
    fr: [
      'quel pourcentage de ses salariés {company} a-t-elle renvoyé {when} ?',
      'de combien de pour cent {company} a réduit son effectif {when}',
      'Quelle part du personnel a dû partir de {company} {when} ?',
      "{company} {when}, quel pourcentage d'employés a été supprimé ?",
      'quelle fraction des effectifs a été licenciée par {company} {when} ?',
      "en pourcentage du personnel, c'était combien les coupes de {company} {when}",
    ],
  },
  'cut-when': {
    en: [
      'when did {company} dismiss its {people} people?',
      'what is the date of the {people} layoffs at {company}',
      'in what year were {people} staff cut by {company}?',
      'when exactly were the {people} employees of {company} laid off',
      '{people} job losses at {company}: when was that?',
      'On which date did {company} announce it was cutting {people} posts?',
    ],
    fr: [
      "quand est-ce que {company} s'est séparée de {people} personnes ?",
      'quelle est la date des {people} licenciements de {company}',
      'en quelle année {people} postes ont-ils été supprimés par {company} ?',
      'à quel moment les {people} salariés de {company} ont été renvoyés',
      "{people} suppressions d'emplois chez {company} : c'était quand ?",
      'À quelle date {company} a-t-elle annoncé le départ de {people} employés ?',
    ],
  },
  'cut-reason': {
    en: [
      'why were people dismissed by {company} {when}?',
      'what reason did {company} give for cutting {people} jobs',
      'How did {company} explain the layoffs {when}?',
      '{company} let {people} staff go, but why?',
      'what made {company} cut jobs {when}',
      'for what reason did {company} sack employees {when}?',
    ],
    fr: [
      'pourquoi des gens ont été renvoyés par {company} {when} ?',
      'quelle raison {company} a donnée pour supprimer {people} postes',
      'Comment {company} a-t-elle expliqué les licenciements {when} ?',
      '{company} a laissé partir {people} salariés, mais pourquoi ?',
      "qu'est-ce qui a conduit {company} à couper des emplois {when}",
      'pour quel motif {company} a-t-elle congédié du personnel {when} ?',
    ],
  },
  'cut-where': {
    en: [
      'which department of {company} was hit by the cuts {when}?',
      'in what team did the {people} people dismissed by {company} work',
      'Which division lost staff at {company} {when}?',
      '{company} {when}: what teams were affected by layoffs?',
      'where inside {company} did the {people} job cuts fall?',
      'what part of the business did {company} trim {when}',
    ],
    fr: [
      'quel département de {company} a été frappé par les coupes {when} ?',
      'dans quelle équipe travaillaient les {people} personnes renvoyées par {company}',
      'Quelle division de {company} a perdu du monde {when} ?',
      '{company} {when} : quels services ont subi les licenciements ?',
      'dans quel service de {company} sont tombées les {people} suppressions ?',
      'quelle équipe {company} a-t-elle réduite {when}',
    ],
  },
  headcount: {
    en: [
      'how many people were employed by {company} {when}?',
      'what was the headcount of {company} {when}',
      'How many employees were there in all at {company} {when}?',
      '{company} {when}, how large was the workforce?',
      'what size was the staff of {company} {when}?',
      'total number of workers on the books of {company} {when}',
    ],
    fr: [
      'combien de personnes étaient employées par {company} {when} ?',
      "quel était l'effectif de {company} {when}",
      "Combien y avait-il d'employés en tout chez {company} {when} ?",
      '{company} {when}, quelle était la taille du personnel ?',
      'combien de salariés comptait {company} {when} ?',
      'nombre total de travailleurs de {company} {when}',
    ],
  },
  'ai-replaces-people': {
    en: [
      'did {company} put AI in the place of workers {when}?',
      'were staff of {company} replaced by machines {when}',
      'Who at {company} was replaced by artificial intelligence {when}?',
      '{company} {when}: did robots take the jobs of people?',
      'whose work did AI take over at {company} {when}?',
      'has {company} substituted employees with algorithms {when}',
    ],
    fr: [
      "{company} a-t-elle mis l'IA à la place de ses employés {when} ?",
      'des salariés de {company} remplacés par des machines {when}',
      "Qui a été remplacé par l'intelligence artificielle chez {company} {when} ?",
      '{company} {when} : les robots ont-ils pris le travail des gens ?',
      "quel travail l'IA a-t-elle pris aux humains de {company} {when} ?",
      'est-ce que des algorithmes ont remplacé le personnel de {company} {when}',
    ],
  },
  leader: {
    en: [
      'who was the CEO of {company} {when}?',
      'who was in command of {company} {when}',
      'Which person led {company} {when}?',
      '{company} {when}, who was at the head of the company?',
      'what was the name of the boss of {company} {when}?',
      'chief executive of {company} {when}, who was it',
    ],
    fr: [
      'qui était le PDG de {company} {when} ?',
      'qui commandait {company} {when}',
      'Quelle personne dirigeait {company} {when} ?',
      "{company} {when}, qui était à la tête de l'entreprise ?",
      'quel était le nom du patron de {company} {when} ?',
      'directeur général de {company} {when}, qui était-ce',
    ],
  },
  severance: {
    en: [
      'how much severance did people get from {company} {when}?',
      'what compensation did {company} pay to those dismissed {when}',
      'How many weeks of severance pay came from {company} {when}?',
      '{company} {when}: what payout for the people laid off?',
      'what severance terms did {company} grant {when}?',
      'did those who lost their jobs at {company} {when} receive severance money',
    ],
    fr: [
      "combien d'indemnités les gens ont reçues de {company} {when} ?",
      'quelle compensation {company} a versée aux personnes licenciées {when}',
      "Combien de semaines d'indemnités {company} a-t-elle payées {when} ?",
      '{company} {when} : quel chèque pour les gens licenciés ?',
      'quelles conditions de départ {company} a-t-elle accordées {when} ?',
      'ceux qui ont perdu leur poste chez {company} {when} ont-ils touché des indemnités',
    ],
  },
  reversal: {
    en: [
      'did {company} hire humans again {when}?',
      'has {company} gone back on its AI decision {when}',
      'For which team did {company} rehire people {when}?',
      '{company} {when}: did they bring people back?',
      'who was recruited again by {company} {when}?',
      'what U-turn did {company} make {when}',
    ],
    fr: [
      '{company} a-t-elle repris des humains {when} ?',
      'est-ce que {company} est revenue sur sa décision IA {when}',
      'Pour quelle équipe {company} a-t-elle réembauché {when} ?',
      '{company} {when} : ont-ils fait revenir des gens ?',
      'qui a été recruté de nouveau par {company} {when} ?',
      'quelle marche arrière {company} a-t-elle faite {when}',
    ],
  },
  'ai-product': {
    en: [
      'what is the AI assistant called that {company} launched {when}?',
      'name the AI tool from {company} {when}',
      'Which AI product did {company} bring out {when}?',
      '{company} {when}: what was their chatbot?',
      'what artificial intelligence product did {company} unveil {when}?',
      'under what name did {company} release an AI assistant {when}',
    ],
    fr: [
      "comment s'appelle l'assistant IA lancé par {company} {when} ?",
      "donne le nom de l'outil d'IA de {company} {when}",
      "Quel produit d'IA {company} a-t-elle sorti {when} ?",
      "{company} {when} : c'était quoi leur chatbot ?",
      "quel produit d'intelligence artificielle {company} a-t-elle dévoilé {when} ?",
      'sous quel nom {company} a sorti un assistant IA {when}',
    ],
  },
  'job-promise': {
    en: [
      'what did {company} promise its staff about jobs {when}?',
      'did {company} guarantee {when} that nobody would be laid off',
      'Which job guarantee did {company} give {when}?',
      '{company} {when}: were jobs promised to be safe?',
      'for how long did {company} pledge not to cut jobs {when}?',
      'what assurance did the workers of {company} get {when}',
    ],
    fr: [
      "qu'a promis {company} à son personnel sur l'emploi {when} ?",
      '{company} a-t-elle garanti {when} que personne ne serait licencié',
      "Quelle garantie d'emploi {company} a-t-elle donnée {when} ?",
      '{company} {when} : les emplois étaient-ils promis à la sécurité ?',
      "pour combien de temps {company} s'est engagée à ne pas licencier {when} ?",
      'quelle assurance les salariés de {company} ont-ils reçue {when}',
    ],
  },
};
