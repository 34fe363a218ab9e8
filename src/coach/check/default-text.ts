import type { Message, Word } from './message.ts';
import { findPhrases, phraseFile, quote } from './phrase.ts';
import defaultLinesText from './phrases/default-lines.txt';
import type { Check } from './problem.ts';

/** LinkedIn's default invitation text in its own languages, with common small changes. Folded. */
const DEFAULT_LINES = phraseFile(defaultLinesText);

/** The same in scripts where words are hard to split: searched as plain text. */
const UNSPLIT_LINES: readonly string[] = [
  // Japanese, Chinese, Korean
  '私のプロフェッショナルネットワーク',
  'プロフェッショナルネットワークに追加',
  'つながりリクエストを送らせて',
  'linkedinであなたを私の',
  '私のネットワークに追加',
  '加入我的职业人脉',
  '加为我的职业人脉',
  '加您为我的领英好友',
  '添加到我的职业人脉',
  '添加到我的职业网络',
  '我想在领英上加您',
  '加入我的人脉',
  '加入我的專業人脈',
  '加入我的人脈',
  '加為我的人脈',
  '내 전문 네트워크',
  '저의 프로페셔널 네트워크',
  '회원님을 내 인맥',
  '제 인맥으로 추가',
  '내 인맥에 추가',
  '저의 인맥으로 추가',
  // Arabic, Hebrew, Persian, Hindi, Thai
  'إلى شبكتي المهنية',
  'الى شبكتي المهنية',
  'لشبكتي المهنية',
  'לרשת המקצועית שלי',
  'به شبکه حرفه ای من',
  'به شبکه حرفه‌ای',
  'मेरे पेशेवर नेटवर्क',
  'अपने पेशेवर नेटवर्क',
  'अपने प्रोफ़ेशनल नेटवर्क',
  'เครือข่ายมืออาชีพของฉัน',
  'เครือข่ายทางวิชาชีพของฉัน',
];

function findDefaultText(message: Message): { start: number; end: number } | null {
  const hit = findPhrases(message, DEFAULT_LINES)[0];
  if (hit !== undefined) return hit;
  // toLowerCase would shift the offsets: "İ" becomes two characters.
  const text = message.text.replace(/linkedin/gi, 'linkedin');
  for (const line of UNSPLIT_LINES) {
    const start = text.indexOf(line);
    if (start >= 0) return { start, end: start + line.length };
  }
  return null;
}

/** The words of all sentences without default text. */
export function wordsOutsideDefaultText(message: Message): Word[] {
  const stock = findDefaultText(message);
  if (stock === null) return message.words;
  const stockWords = message.words.filter(
    (word) => word.start >= stock.start && word.start < stock.end,
  );
  const stockSentences = new Set(stockWords.map((word) => word.sentence));
  return message.words.filter((word) => !stockSentences.has(word.sentence));
}

export const defaultTextCheck: Check = {
  id: 'default-text',
  title: "LinkedIn's own line",
  why: 'LinkedIn fills this line in for everyone, and most people skip it.',
  severity: 'error',
  find: ({ message }) => {
    const found = findDefaultText(message);
    if (found === null) return [];
    return [
      {
        message: `${quote(message, found)} is LinkedIn's default text; most people skip over it.`,
        start: found.start,
        end: found.end,
        suggestion: 'Say in your own words how you know each other.',
      },
    ];
  },
};
