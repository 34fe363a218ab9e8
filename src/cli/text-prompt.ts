import {
  createPrompt,
  isBackspaceKey,
  isEnterKey,
  isTabKey,
  makeTheme,
  useKeypress,
  usePrefix,
  useState,
} from '@inquirer/core';
import { takesOneColumnEach, wrap } from '../render/layout.ts';

interface Question {
  message: string;
  /** Taken by an Enter alone; Tab puts it on the line to be edited. */
  initial: string;
  /** The width of the terminal. */
  columns: number;
  validate: (answer: string) => string | true | Promise<string | true>;
}

/** A line of text, broken between words as it's typed; Inquirer's own breaks inside them. */
export const textPrompt = createPrompt<string, Question>((question, done) => {
  const { columns, validate } = question;
  const { style } = makeTheme();
  const [status, setStatus] = useState<'idle' | 'loading' | 'done'>('idle');
  const [initial, setInitial] = useState(question.initial);
  const [line, setLine] = useState('');
  const [isAtEnd, setAtEnd] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const prefix = usePrefix({ status, theme: makeTheme() });

  useKeypress(async (key, readline) => {
    if (status !== 'idle') return;
    if (isEnterKey(key)) {
      const answer = line || initial;
      setStatus('loading');
      const verdict = await validate(answer);
      if (verdict === true) {
        setLine(answer);
        setStatus('done');
        done(answer);
      } else {
        // Readline emptied its line at the Enter.
        readline.write(line);
        setProblem(verdict);
        setStatus('idle');
      }
    } else if (isBackspaceKey(key) && line === '') setInitial('');
    else if (isTabKey(key) && line === '') {
      readline.clearLine(0);
      readline.write(initial);
      setLine(initial);
      setInitial('');
    } else {
      setLine(readline.line);
      // Inquirer's type leaves it out.
      const { cursor } = readline as unknown as { cursor: number };
      setAtEnd(cursor === readline.line.length);
      setProblem(null);
    }
  });

  const message = wrap(question.message, columns - 4).replaceAll('\n', '\n  ');
  const head = `${prefix} ${style.message(message, status)}`;
  if (status === 'done') return `${head} ${style.answer(answerAfter(message, line, columns))}`;
  const offered = initial !== '' && line === '' ? ` ${style.defaultAnswer(initial)}` : '';
  // Inquirer takes the cursor's place from the length before it: right at the end alone.
  const shown = isAtEnd ? padToWords(line, lastRowOf(message).length + MARK + 1, columns) : line;
  return [`${head}${offered} ${shown}`, problem === null ? '' : style.error(problem)];
});

/** Fills rows up with spaces, so that a text that is cut at `columns` is cut between words. */
function padToWords(text: string, start: number, columns: number): string {
  if (!takesOneColumnEach(text)) return text;
  let shown = '';
  for (const [at, word] of text.split(' ').entries()) {
    const column = (start + shown.length) % columns;
    const isTooLong = column + 1 + word.length > columns && word.length <= columns;
    if (at === 0) shown = start + word.length > columns ? ' '.repeat(columns - start) + word : word;
    else shown += (isTooLong ? ' '.repeat(columns - column) : ' ') + word;
  }
  return shown;
}

/** The columns that a mark takes before a question: "? ". */
const MARK = 2;

function lastRowOf(message: string): string {
  return message.split('\n').at(-1) ?? '';
}

/** The answer to a question that is shown before it, with its further rows indented. */
export function answerAfter(message: string, answer: string, columns: number): string {
  const filler = 'x'.repeat(lastRowOf(message).length);
  return wrap(`${filler} ${answer}`, columns - MARK)
    .slice(filler.length)
    .replaceAll('\n', '\n  ')
    .replace(/^ /, '');
}
