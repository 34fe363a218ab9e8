import { fold } from '../../text/fold.ts';

/**
 * The most common words of each language. The English list adds words of work and courtesy, as a
 * short note may have few others. A word in several languages counts for each.
 */
const ENGLISH = new Set(
  `a about add after again all always am an and any are as at be because been before being best both
  but by can catch chat connect could day did do does dude each enjoyed every everything feel for from
  get give glad good great had happy has have having he hello help her here hey hi him his hope how i
  i'd i'll i'm i've if in into is it it's its join just keep know last learn let let's like lol looking
  love made make many may me meet met more most much my nice no not now of on one opportunity or
  other our out over people please read really request see share she should since so some sorry
  still stay take team than thank thanks that that's the their them then there these they thing this
  those through time to today together touch until up us very want was way we we're we've week well
  were what when where which while who why will with work worked working would year yesterday you
  you'll you're you've your accept invitation network profile new dear congratulations congrats`.split(
    /\s+/,
  ),
);

/** Chat spellings, which count as English. */
const CHAT_WORDS = new Set(
  'u ur urs r n im ive ill dont cant didnt thats whats lets gonna wanna gotta lol omg pls plz thx thanx ya yeah yo heyy bruh saw def hiya soz luv'.split(
    ' ',
  ),
);

const OTHER_LANGUAGES: readonly ReadonlySet<string>[] = [
  // German
  'ich du sie wir ihr ist sind und oder der die das den dem des ein eine einen einem einer mit bei für fur von vom zum zur auf im am nicht auch wie sehr ihnen ihre ihrem mich mir dich dir danke vielen dank herzlichen glückwunsch gluckwunsch liebe lieber hallo guten gerne gern würde wurde möchte mochte letzte woche uns unser unsere haben hat war über uber kontakt bleiben freue',
  // French
  'je tu il elle nous vous ils les le la un une des du de et ou est sont pour avec dans sur par merci bonjour salut cher chère chere votre vos ton tes mon ma mes notre nos ce cette ces qui que au aux en été ete lors très tres bien suite être etre ravi ravie rester contact',
  // Spanish
  'yo tú tu el la los las un una unos de del y o es son para con en por que se su sus mi mis me te le nos gracias hola buenos buenas estimado estimada querido encantado encantada muy fue lo al desde hasta como esta este seguir contacto trabajamos saludos gustaría gustaria',
  // Portuguese
  'eu tu você voce o os as um uma uns de do da dos das e ou é são sao para com em no na nos nas por que se seu sua seus meu minha me obrigado obrigada olá ola oi bom boa prezado caro muito foi ao pela pelo gostava gostaria manter contacto contato equipa equipe',
  // Italian
  'io tu lui lei noi voi il lo la gli le un una uno di del della dei delle e o è sono per con in nel nella su che si mi ti ci grazie ciao buongiorno salve gentile caro cara molto stato stata al alla dal vorrei piacere restare contatto insieme',
  // Dutch
  'ik jij je u wij we zij het de een en of is zijn voor met bij van op in aan door niet ook dat dit die mijn jouw uw ons onze bedankt dank hallo hoi beste geachte graag heel erg leuk goed vorige week zou willen samen contact blijven om te naar',
  // Swedish, Danish, Norwegian
  'jag du vi ni han hon den det en ett och eller är ar av på pa i för for med till som inte tack hej min mitt ditt din dig mig oss vår var om att jeg er af til ikke tak takk hei kære kaere kjære også ogsa gärna garna hälsningar vil gerne gjerne har kul bra förra forra sidst sist veckan uge uke kontakten',
  // Polish, Czech, Slovak, Croatian, Slovene
  'i w z na do się sie jest nie że ze dla od po za przy oraz dziękuję dziekuje dzień dzien dobry cześć czesc pan pani panu panie państwo pana mi mnie był była bylo było chciałbym chciałabym chętnie chetnie kontakcie zespole a v se je na k s pro děkuji dekuji dobrý den jsem rád rad ráda byl jste vás vas som ďakujem hvala pozdrav bih ali smo sam si',
  // Turkish
  've bir bu için icin ile da de ben sen siz biz çok cok merhaba selam sayın sayin teşekkürler tesekkurler teşekkür tesekkur ederim olarak olan gibi daha sonra önce once geçen gecen hafta birlikte isterim bey hanım hanim sizinle bana projesinde',
  // Romanian
  'eu tu noi voi un o si și cu la de din pe pentru în este sunt am ați ati mulțumesc multumesc bună buna salut dragă draga stimate să sa nu mai foarte mi ne va vă despre aș vrea echipa',
  // Finnish, Estonian, Hungarian
  'minä mina sinä sina me te he on oli ja tai että etta kanssa kiitos hei moi hyvää hyvaa paivaa olen ole olisi mukava ma sa ta ja on oli aitäh aitah tere ning köszönöm koszonom szia kedves tisztelt és es az egy hogy nem volt van meg szép szep örülök orulok lenne ha',
  // Indonesian, Malay, Tagalog, Vietnamese, Swahili
  'saya anda kami kita dan di ke dari untuk dengan yang ini itu terima kasih halo selamat pagi senang tim ang ng sa mga po ako ikaw salamat kumusta natin tôi toi bạn ban chúng chung cảm cam ơn on và va của cua là la xin chào chao asante habari yako na ya wa kwa katika',
  // Hungarian
  'a az egy es is hogy nem volt van meg most nagyon koszonom szia kedves tisztelt szep orulok lenne ha segitseget dolgozom vagyok kapcsolat veled',
].map((words) => new Set(fold(words).split(' ')));

/** Minimum share of listed words: ordinary prose has 40 %, a note full of names still 25 %. */
const MIN_ENGLISH = 1 / 4;

/** Maximum share of words with letters beyond a to z (café, naïve). */
const MAX_ACCENTED = 1 / 10;

/** Whether words are mostly English: enough listed words, more than in others, few accents. */
export function isEnglish(words: ReadonlyArray<{ text: string; fold: string }>): boolean {
  const letters = words.filter(({ text }) => /\p{L}/u.test(text));
  const count = (list: ReadonlySet<string>) => letters.filter((word) => list.has(word.fold)).length;
  const english = count(ENGLISH) + count(CHAT_WORDS);
  if (english === 0 || english < letters.length * MIN_ENGLISH) return false;
  // Names may have any letters, so only look at words in lower case.
  const accented = letters.filter(({ text }) => /^\p{Ll}/u.test(text) && /[^a-z'’-]/iu.test(text));
  if (accented.length > Math.max(1, letters.length * MAX_ACCENTED)) return false;
  return OTHER_LANGUAGES.every((list) => count(list) < english);
}

/** Whether a folded word is one of the most common in English. */
export function isCommonWord(word: string): boolean {
  return ENGLISH.has(word);
}
