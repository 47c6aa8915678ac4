/** Words that carry grammar and no topic. They tell the language; they never make a question "unexplained". */
const ENGLISH =
  'the a an of to in on at by for from with about into over after before and or but if then than that this these those there here it its they them their he him his she her we us our you your i me my mine is are was were be been being am do does did done doing have has had having will would shall should can could may might must not no nor so as what which who whom whose when where why how many much any some all each every other another such own same just only also even still yet too very really please tell give show know want like think mean say said says get got go going up down out off again more most less least few lot lots bit ok okay hey hi yes'.split(
    ' ',
  );
const FRENCH =
  'le la les un une des du de au aux en dans sur sous par pour avec sans chez vers et ou mais donc or ni car si que qui quoi dont ou ce cet cette ces ca cela ceci il elle ils elles on nous vous je tu me te se moi toi lui leur leurs son sa ses mon ma mes ton ta tes notre nos votre vos est sont etait etaient etre ete suis es sommes etes sera serait ont a as ai avons avez avait avaient avoir eu aurait aura fait faire fais font faut peut peux peuvent pouvoir pourrait doit veut veux ne pas plus moins tres trop bien encore deja aussi meme tout tous toute toutes autre autres quel quelle quels quelles quand comment pourquoi combien y entre apres avant pendant depuis puis alors svp stp dis dit dire merci bonjour salut oui non bon ben euh juste vraiment c est-ce jusqu afin'.split(
    ' ',
  );

/** Articles and prepositions that multi-word terms may hold or leave out. */
const LINKING = new Set('the a an of le la les un une des du de d l au aux to'.split(' '));

const words = { en: new Set(ENGLISH), fr: new Set(FRENCH) };

export function isFunctionWord(word: string): boolean {
  return words.en.has(word) || words.fr.has(word);
}

export function isFunctionWordOf(language: 'en' | 'fr', word: string): boolean {
  return words[language].has(word);
}

export function isLinkingWord(word: string): boolean {
  return LINKING.has(word);
}
