import { findPhrases, phrases, quote } from './phrase.ts';
import type { Check, Finding } from './problem.ts';

/** Spellings and words of chat. Each is one only in its context where the plain word has an honest use (off sick, lit room). */
const SLANG = phrases([
  // shorthand of text messages
  'thx/thnx/thanx/tnx/tysm/thks/thankx/plz/pls/plse/pleez/lol/lmao/rofl/lmfao/omg/omfg/wtf/tbh/idk/ngl/hmu/smh/ikr/ttyl/brb/irl/jk/nvm/ffs/af/iykyk/fomo/yolo',
  'u/ur/urs',
  'r u',
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
  // praise: the plain words (off sick, a lit stage) have honest uses
  'sick work/job/project/demo/talk/deck/build/design/presentation/session/slides/stuff/party/event/effort/move/moves',
  'that/it/which/work/demo/talk/presentation/slides/session/party/offsite/event/launch was/were so? sick/lit',
  "was/is/so/that's/were/absolutely/totally/pretty/super dope/savage/rad/insane/legit/lush/bomb/fire",
  'so/absolutely/totally/super lit',
  'dope/hella/freakin/frickin/friggin/effing/damn/damned/goddamn/shit/shitty/shitshow/crap/crappy/bullshit/fuck/fucking/fuckin/fucked/badass/kickass/sucks/sucked',
  'as/what/the/like/bloody hell',
  'bloody good/great/brilliant/awesome/hard/well/nice',
  'kicked/kick/kicking/kicks ass/butt/arse',
  'killed/crushed/slayed/smashed/killing/killin/crushing it/that',
  'slay/slayed/slaying/goated/rizz/lowkey/highkey/bussin/yeet/stoked/psyched/chillin/awesomesauce/totes/obvs/defo/deffo/prolly/probs/whatevs/cringe/vibe/vibes/vibing',
  'no cap',
  'on fleek',
  'the goat of',
  'big up/ups',
  'mad props/respect/skills/love',
  'total/absolute legend/beast/unit/baller/rockstar',
  'rock/rocked/rocks it',
  'you/ya rock/rocked/legend/beast/rule',
  // ways to ask and to part
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

/** One emoji is warm; a row of them is a wall. */
const EMOJI =
  /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*/gu;
const MOST_EMOJI = 3;

/** Signs that are pictographs and no emoji: ©, ®, ™, ♥ in text style. */
const PLAIN = /^[©®™↔↕▶◀☎✓✔✉]$/u;

export const slang: Check = {
  id: 'slang',
  title: 'Too casual',
  why: 'Chat shorthand and slang are for people who know you already; a first written word is read more than once.',
  severity: 'warning',
  find: ({ message }) => {
    const found: Finding[] = [];
    if (message.isEnglish) {
      for (const hit of findPhrases(message, SLANG)) {
        // U.S., UR and the like: shorthand is written small.
        const written = message.text.slice(hit.start, hit.end);
        if (written.length <= 3 && !/^[a-z0-9]*$/.test(written)) continue;
        found.push({
          start: hit.start,
          end: hit.end,
          message: `${quote(message, hit)} is chat language; a stranger to your humour may take it as careless.`,
          suggestion: 'Say it in plain words.',
        });
        if (found.length >= 10) break;
      }
    }
    const emoji = [...message.text.matchAll(EMOJI)].filter(([sign]) => !PLAIN.test(sign));
    const [first, last] = [emoji[0], emoji.at(-1)];
    if (first !== undefined && last !== undefined && emoji.length > MOST_EMOJI) {
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
