/** Which words of a name are the given one, where it isn't simply the first. */

import { fold } from '../../text/fold.ts';
import { isKnownName } from '../../text/nicknames.ts';

const words = (text: string) => new Set(text.trim().split(/\s+/u));

/** Family names that come first in Vietnam. */
const VIETNAMESE = words(
  'nguyễn nguyen trần tran phạm pham huỳnh huynh hoàng phan vũ võ đặng dang bùi bui đỗ ngô ngo dương duong lê lý hồ đinh đoàn lương mai trịnh trinh',
);
const VIETNAMESE_MIDDLE = words(
  'thị thi văn van minh quang ngọc ngoc thanh đức duc hoàng hoang hữu huu thu anh kim xuân xuan quốc quoc bảo bao gia khánh khanh phương phuong đình dinh công cong tuấn tuan hồng hong mai',
);
/** Family names that come first in Chinese and Korean, as they are spelt in Latin letters there and abroad. */
const EAST_ASIAN_FAMILY = words(
  `wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng
  feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao lui cui zhong tan qiu
  lee lim tan ng ong goh koh teo chua toh yeo sim chan wong leung cheung lau kwok yip ho lam tsang chow chiang chang
  hsu hsieh tsai kuo yeh chou tseng liao kim park choi jung jeong kang cho yoon yun jang shin oh seo kwon hwang ahn
  song moon bae baek yoo nam noh ha jeon goh chia low quek heng`,
);
/** Those that nobody bears as a given name: the word behind them is the given one. */
const NEVER_GIVEN = words(
  `wang zhang liu zhao zhou huang zheng xie deng zeng guo gao luo tang peng xu chiang goh koh teo chua toh yeo
  leung cheung kwok hsu hsieh tsai tseng park choi jeong jang seo kwon hwang baek`,
);
/** Family names in Chinese characters: what follows in a name of three is the given one. */
const HAN_FAMILY =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯';
const SYLLABLE =
  /^(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh|ts|kh|hs)?(?:[iu]?[aeou]|ai|ei|ao|ou|ia|ie|ua|uo|ui|iu|i|iao|uai|eu|oi|yeo|yu|eo|ae|ee|oo|ew|aw|iew)(?:ng?|m|k|p|t|h|w|r|l)?$/u;
/** Family names that come first in Japan. */
const JAPANESE_FAMILY = words(
  `sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi
  matsumoto inoue kimura hayashi shimizu yamazaki mori abe ikeda hashimoto yamashita ishikawa nakajima maeda fujita
  ogawa goto okada hasegawa murakami kondo ishii saito sakamoto endo aoki fujii nishimura fukuda ota miura fujiwara
  okamoto matsuda nakagawa nakano harada ono tamura takeuchi kaneko wada nakayama ishida ueda morita hara shibata sakai
  kudo yokoyama miyazaki miyamoto uchida takagi ando taniguchi ohno maruyama imai takada fujimoto murata takeda ueno`,
);
/** Given names in Hungary, where the family name comes first. */
const HUNGARIAN_GIVEN = words(
  `ádám ágnes ágota andrás andrea anikó antal áron attila balázs bálint béla bence benedek csaba csilla csilla dániel
  dávid dénes dezső dóra edit emese endre enikő ernő erzsébet eszter éva ferenc gábor gabriella gergely gergő géza
  györgy gyula hajnalka ibolya ildikó imre istván iván jános józsef judit júlia kálmán károly kata katalin kinga
  klára kornél kristóf krisztián krisztina lajos lászló levente lilla márton márta mátyás máté mihály miklós mónika nándor
  nikolett noémi nóra orsolya ottó pál péter petra piroska réka rita róbert rózsa sándor sára szabolcs szilvia tamás
  tibor tímea tünde vera veronika vilmos viktória virág zita zoltán zsófia zsolt zsuzsa zsuzsanna`,
);
/** Given names that are borne in pairs, and what follows them. */
const PAIRED_FIRST = words(
  `mary anna anne ana maria maría marie rosa juan josé jose luis jean joão carlos jorge pedro mehmet muhammad mohammad
  mohammed mohamed ahmet hasan mustafa hüseyin gian pier hans karl eva luz rosa sara lea carla paula julia miguel
  marco luca antónio antonio francisco maria ann jo billy bobby betty peggy laura emma ella`,
);
const PAIRED_SECOND = words(
  `marie maría maria ann anne anna ali luis luísa luisa josé jose carlos antonio antónio manuel miguel ángel angel
  pablo ignacio andrés fernando eduardo alberto enrique francisco javier jesús pedro paolo luca jane lou jo beth claire
  pierre paul claude luc michel françois isabel carmen teresa elena cristina victoria fernanda beatriz clara eduarda
  cecilia concepción concepcion can emre efe hasan diego sofia sofía lucía pilar mar belén dolores mercedes jean louise kate ellen lena
  christine laura joe bob`,
);

/**
 * The given name, where it isn't the first word or has two.
 * @param tokens the name's words, without titles
 * @returns null where the first word is it, as in most names
 */
export function givenOf(tokens: readonly string[]): string | null {
  const [first = '', second = '', ...more] = tokens;
  if (second === '') return hanGiven(first);
  const low = tokens.map((token) => token.toLowerCase());
  const [a = '', b = '', c] = low;
  const last = low.at(-1) as string;
  const behind = behindCapitals(tokens);
  if (behind !== null) return behind;
  if (VIETNAMESE.has(a) && (more.length > 0 ? isVietnamese(low) : /[^a-z]/u.test(a + b)))
    return tokens.at(-1) as string;
  if (tokens.length === 2 && JAPANESE_FAMILY.has(a) && !JAPANESE_FAMILY.has(b) && isRoman(b))
    return second;
  if (HUNGARIAN_GIVEN.has(last) && !HUNGARIAN_GIVEN.has(a) && tokens.length === 2) return second;
  // "María del Carmen Ospina".
  const joined =
    (b === 'de' || b === 'del') &&
    /^(?:maría|maria|josé|jose|rosa|ana|juan|luz) (?:del|de la|de los|de las|de) \p{L}+(?= )/u.exec(
      low.join(' '),
    );
  if (joined && !/ de \p{L}+$/u.test(joined[0])) {
    const length = joined[0].split(' ').length;
    return tokens.slice(0, length).join(' ');
  }
  return (
    eastAsian(tokens, low) ??
    (c !== undefined && !SUFFIX.test(c) && isPair(a, b) ? `${first} ${second}` : null)
  );
}

/** "Yann" of "LE GALL Yann": the family name stands first in capitals. "SAM Ortiz" only has a loud first name. */
function behindCapitals(tokens: readonly string[]): string | null {
  const end = tokens.findIndex(
    (token) => /[a-z]/.test(token) || !/^\p{Lu}[\p{Lu}'’-]+$/u.test(token),
  );
  const rest = tokens.slice(end);
  if (end < 1 || !tokens.slice(0, end).some((token) => token.length > 2)) return null;
  if (!rest.every((token) => /^\p{Lu}\p{Ll}/u.test(token))) return null;
  const isKnown = (token: string) => isKnownName(fold(token));
  return end === 1 && isKnown(tokens[0] as string) && !rest.some(isKnown) ? null : rest.join(' ');
}

/** 小龍 of 李小龍. */
function hanGiven(name: string): string | null {
  const letters = [...name];
  const isName = letters.length === 3 && letters.every((one) => /\p{Script=Han}/u.test(one));
  return isName && HAN_FAMILY.includes(letters[0] as string) ? letters.slice(1).join('') : null;
}

/** Japanese in Latin letters: syllables that end in a vowel or n. */
function isRoman(word: string): boolean {
  return /^(?:(?:[bcdfghjkmnprstwyz]|ch|sh|ts|ky|ry|ny|hy|gy)?[aeiou]n?)+$/u.test(word);
}

function isVietnamese(low: readonly string[]): boolean {
  return (
    /[^a-z' -]/u.test(low.join('')) || low.slice(1, -1).some((word) => VIETNAMESE_MIDDLE.has(word))
  );
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md|mba|msc)\.?$/u;

/** Second names that are no family names: with two words around them they belong to the first. */
const SURELY_SECOND = words(
  'darío andrés ignacio fernando eduardo alberto enrique josé maría luis carlos antonio javier alejandro esteban felipe guadalupe beatriz fernanda',
);

function isPair(a: string, b: string): boolean {
  return (PAIRED_FIRST.has(a) && PAIRED_SECOND.has(b)) || SURELY_SECOND.has(b);
}

function eastAsian(tokens: readonly string[], low: readonly string[]): string | null {
  const [a = '', b = '', c] = low;
  const [first = '', second = '', third = ''] = tokens;
  const isSyllable = (word: string) => SYLLABLE.test(word);
  const isTwo = (word: string) =>
    word.includes('-')
      ? word.split('-').length === 2 && word.split('-').every((part) => part.length <= 6)
      : twoSyllables(word);
  if (c === undefined) {
    if (EAST_ASIAN_FAMILY.has(a) && b.includes('-') && isTwo(b)) return second;
    if (NEVER_GIVEN.has(a) && !NEVER_GIVEN.has(b) && (isSyllable(b) || isTwo(b))) return second;
    if (EAST_ASIAN_FAMILY.has(a) && isTwo(b) && !isSyllable(b) && /^(?:x|q|zh)/u.test(b))
      return second;
    // "Xin Yi": both are the given name.
    if (
      !EAST_ASIAN_FAMILY.has(a) &&
      !EAST_ASIAN_FAMILY.has(b) &&
      ONLY_GIVEN.has(a) &&
      isSyllable(b)
    )
      return `${first} ${second}`;
    return null;
  }
  if (tokens.length !== 3) return null;
  if (EAST_ASIAN_FAMILY.has(a) && isSyllable(b) && isSyllable(c)) return `${second} ${third}`;
  if (EAST_ASIAN_FAMILY.has(c) && isSyllable(a) && isSyllable(b) && !WESTERN.has(a))
    return `${first} ${second}`;
  return null;
}

/** Syllables that begin a given name of two, and no name elsewhere. */
const ONLY_GIVEN = words(
  'xin hui siew xiao mei ming zhi jia yi shu wen ying xue jing qing hong yan jun',
);
const WESTERN = words(
  'jo al ben dan tim tom sam pam kim jan bo ray rae lee jim ron don ken ted pat jon may sue lou ann',
);

function twoSyllables(word: string): boolean {
  for (let at = 1; at < word.length; at++)
    if (SYLLABLE.test(word.slice(0, at)) && SYLLABLE.test(word.slice(at))) return true;
  return false;
}
