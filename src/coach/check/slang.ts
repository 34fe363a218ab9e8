import type { Message } from './message.ts';
import { findPhrases, phrases, quote } from './phrase.ts';
import type { Check, Finding } from './problem.ts';

/** Chat spellings and slang; words with a plain sense (off sick, a lit room) in context. */
const SLANG = phrases([
  // text message shorthand
  'thx/thnx/thanx/tnx/tysm/thks/thankx/plz/pls/plse/pleez/lol/lmao/rofl/lmfao/omg/omfg/wtf/tbh/idk/ngl/hmu/smh/ikr/ttyl/brb/irl/jk/nvm/ffs/af/iykyk/fomo/yolo',
  'u/ur/urs/4eva/ily/hbu/wbu/ofc/srsly/rlly/dis/dem/abt/hun/hunni/xx/xxx/xxxx',
  'def/totally/absolutely/literally/so adding/following/obsessed/iconic/goals/dying/dead/screaming/crushing',
  'b/c/y/k/w/w8 u/ya/the/me/my',
  '^ hey/hi/hiya/heya girlie/girly/gorgeous/lovely/beautiful/handsome/hun/babes/sis/chick/chica/sexy/cutie/sugar/honey/sweetie/darling',
  'r u/we/you',
  'n u/ur/im/ill/lets/thx/pls/vibe/chill',
  'gr8/l8r/b4/m8/2day/2nite/2moro/tmrw/tmr/2morrow/4u/4ever/cya/w8/sry/soz/cuz/coz/becuz/ppl/rn/convo/deets/luv/nite/tho/wut/wat/dat/ya',
  // spoken contractions
  "gonna/wanna/gotta/kinda/sorta/lemme/gimme/dunno/ain't/outta/shoulda/coulda/woulda/whatcha/gotcha/lotta/tryna/finna/imma/innit/y'know/c'mon/hafta/doin/goin/nothin/somethin",
  // forms of address
  'dude/dudes/bro/bros/bruh/brah/broski/bruv/homie/homies/homeboy/fam/bestie/besties/babe/peeps/dawg',
  'hey/hi/hello/thanks/cheers/yo/oi/alright/sup mate/man/buddy/pal/champ/legend/girl/boi/queen/king/guy',
  'my man/guy/homie',
  '^ yo/sup/wassup/whassup/wazzup/ayo/ayy',
  "what's/whats up/good/poppin",
  'wassup/whazzup/heyyy/heyy/heyyyy/hiii/hii/yoo/yooo/sooo/soooo/yesss/yass/yasss/noice/nah/yeah/yup/haha/hahaha/hahahaha/hehe/hehehe/xoxo/woot/woohoo/ugh/meh',
  // praise
  'sick work/job/project/demo/talk/deck/build/design/presentation/session/slides/stuff/party/event/effort/move/moves',
  'that/it/which/work/demo/talk/presentation/slides/session/party/offsite/event/launch was/were so? sick/lit',
  "was/is/so/that's/were/absolutely/totally/pretty/super dope/savage/rad/insane/legit/lush/bomb/fire",
  'so/absolutely/totally/super lit',
  'dope work/job/talk/demo/design/deck/slides/session/stuff/set/show/party/shift/build/move/team/idea',
  'such/whole/total a? mood/vibe/slay/serve/flex/w/win/queen/king/icon',
  'was/is/so/on/straight/pure fire/jokes/banter/bants/mint/class/peng/bare/wicked/epic',
  'no lie/joke/biggie/worries/probs/prob',
  'living for/my your/best',
  'hella/freakin/frickin/friggin/effing/damn/damned/goddamn/shit/shitty/shitshow/crap/crappy/bullshit/fuck/fucking/fuckin/fucked/badass/kickass/sucks/sucked',
  'as/what/the/like/bloody hell',
  'bloody good/great/brilliant/awesome/hard/well/nice',
  'kicked/kick/kicking/kicks ass/butt/arse',
  'killed/crushed/slayed/smashed/killing/killin/crushing it/that',
  'slay/slayed/slaying/goated/rizz/lowkey/highkey/bussin/yeet/stoked/psyched/chillin/awesomesauce/totes/obvs/defo/deffo/prolly/probs/whatevs/cringe/vibe/vibes/vibing/girlie/girlies/girly/hubby/selfie/besties/totes/amazeballs/hashtag/thirsty/simp/sus/delulu/based',
  'no cap',
  'on fleek',
  'the goat of',
  'big up/ups',
  'mad props/respect/skills/love',
  'total/absolute legend/beast/unit/baller/rockstar',
  'rock/rocked/rocks it',
  'you/ya rock/rocked/legend/beast/rule',
  // requests and goodbyes
  'hit me/ya/you up',
  'holla/holler at?',
  "let's/lets/wanna hang/chill/party",
  'hang out/sometime/soon',
  'shoot the breeze/shit',
  'peace out',
  'laters',
  'catch/see ya',
  '^ add me',
  'my bad',
  'c u',
  'or whatever',
  'yada yada',
  'blah blah',
]);

/**
 * Text message shorthand in French, Spanish, Portuguese, Italian, German, Dutch, the Nordic
 * languages, Polish, Czech, Turkish, Indonesian and Russian.
 */
const FOREIGN_SLANG = phrases([
  'slt/mdr/ptdr/stp/tkt/jpp/bjr/bsr/pcq/jsuis/jvais/jsais/mtn/dac/dacc/tjrs/koi/kwa/wesh/tqt',
  'c/t trop/tro/ouf/top/cool/genial/le/la/un/une/pas/ca/t/quoi/vrmt/fou',
  'q/k tal/haces/onda/ondas/pasa/guay/fuerte',
  'tqm/tkm/xfa/xq/pq/xk/tmb/tb/wey/guey/porfis/salu2/bss',
  'vc/vcs/blz/flw/vlw/tbm/bjs/mlk/msm/ngm/vdd/tmj/qdo',
  'cmq/xke/xche/tvb/tvtb/grz/qnd/dmn',
  'vllt/hdgdl/hdl/jz/iwie/iwas/digga/diggi/alda',
  'lass ma/mal? connecten/chillen/quatschen/labern',
  'idd/hvj/gwn/sws/suc6/matties',
  'iaf/asso/oxa/ngt/tjabba/asnajs',
  'nwm/spoko/elo/siema/siemka/nara/jj',
  'slm/nbr/tmm/knk/kanka/tskler',
  'gw/gue/bgt/kmrn/gaes/makasi/mksh',
  'lol/lmao/rofl/omg/wtf/thx/pls/plz/xd/bro/dude/yo',
  'спс/пж/лол/чо/кек/плиз/ща/норм/чувак',
]);

/** Laughter ("jajaja", "kkkk", "wkwk"); DRAWN_OUT: repeated letters ("sooo"). */
const LAUGHTER =
  /^(?:(?:ha){3,9}h?|(?:he){3,9}|(?:ja){2,9}j?|(?:rs){2,9}|(?:wk){2,9}|(?:ah){3,9}|k{3,30}|(?:pt)?mdr{1,9}|l[ou]{1,9}l|(?:ха){2,9})$/u;
const DRAWN_OUT = /(\p{Ll})\1{2}/u;

/** Whether a hit is a whole word: not the "u" of "u-tube", nor part of an address. */
function isWholeWord(text: string, { start, end }: { start: number; end: number }): boolean {
  return (
    !/[-./@\d]/.test(text.charAt(start - 1)) &&
    !/^(?:[-/@]|\.\p{L})/u.test(text.slice(end, end + 2))
  );
}

function findDrawnOut({ words }: Message): Array<{ start: number; end: number }> {
  return words.filter(
    ({ text, fold: word }) =>
      /^\p{Ll}/u.test(text) &&
      (LAUGHTER.test(word) || (DRAWN_OUT.test(word) && !/^(?:x+|i+|w+|q+)$/.test(word))),
  );
}

const EMOJI =
  /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*/gu;
const MAX_EMOJI = 3;

/** Unicode calls these pictographs, but they aren't emoji. */
const TEXT_SYMBOLS = /^[©®™↔↕▶◀☎✓✔✉]$/u;

export const slang: Check = {
  id: 'slang',
  title: 'Too casual',
  why: 'Chat shorthand and slang are for people who know you already; a first written word is read more than once.',
  severity: 'warning',
  find: ({ message }) => {
    const found: Finding[] = [];
    const phraseList = message.isEnglish ? SLANG : FOREIGN_SLANG;
    const hits = [...findPhrases(message, phraseList), ...findDrawnOut(message)];
    let end = -1;
    for (const hit of hits.sort((a, b) => a.start - b.start)) {
      // Skip acronyms such as US: shorthand is written in lower case.
      const written = message.text.slice(hit.start, hit.end);
      if (/^X+$/.test(written) || (written.length <= 3 && !/^[\p{Ll}\d]*$/u.test(written)))
        continue;
      if (hit.start < end || !isWholeWord(message.text, hit)) continue;
      end = hit.end;
      found.push({
        start: hit.start,
        end: hit.end,
        message: `${quote(message, hit)} is chat language; a stranger to your humour may take it as careless.`,
        suggestion: 'Say it in plain words.',
      });
      if (found.length >= 10) break;
    }
    const emoji = [...message.text.matchAll(EMOJI)].filter(([sign]) => !TEXT_SYMBOLS.test(sign));
    const [first, last] = [emoji[0], emoji.at(-1)];
    if (first !== undefined && last !== undefined && emoji.length > MAX_EMOJI) {
      found.push({
        start: first.index,
        end: last.index + last[0].length,
        message: `${emoji.length} emoji are more than one message carries.`,
        suggestion: 'One is plenty; none is fine.',
      });
    }
    return found;
  },
};
