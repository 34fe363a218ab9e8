import { expect, it } from 'vitest';
import { findGreeting } from '../../../src/coach/check/find-greeting.ts';
import { readMessage } from '../../../src/coach/check/message.ts';

const isName = ({ fold }: { fold: string }) => fold === 'priya' || fold === 'tom';
const find = (text: string) => findGreeting(readMessage(text), isName);

it.each([
  ['Hi Priya', 'Hi Priya', ['Priya']],
  ['Hi Priya, hello', 'Hi Priya', ['Priya']],
  ['   Hi Priya,', 'Hi Priya', ['Priya']],
  ['Hi, Priya, thanks', 'Hi, Priya', ['Priya']],
  ['Hi, Priya! Thanks', 'Hi, Priya', ['Priya']],
  ['Hi, Priya , thanks', 'Hi, Priya', ['Priya']],
  ['Good morning Priya, hi', 'Good morning Priya', ['Priya']],
  ['Good morning, Priya, hi', 'Good morning, Priya', ['Priya']],
  ['Hi hello good day Priya, hi', 'Hi hello good day Priya', ['Priya']],
  ['Dear J. Smith, hi', 'Dear J. Smith', ['J', 'Smith']],
  ['Hi Tom and Anna, hi', 'Hi Tom and Anna', ['Tom', 'Anna']],
  ['Hi Tom & Anna, hi', 'Hi Tom & Anna', ['Tom', 'Anna']],
  ['Hi Tom and thanks', 'Hi Tom', ['Tom']],
  ['Hi Tom, Anna and Lea, hi', 'Hi Tom, Anna and Lea', ['Tom', 'Anna', 'Lea']],
  ['Hi Tom, Anna, Mia and Lea! hi', 'Hi Tom, Anna, Mia and Lea', ['Tom', 'Anna', 'Mia', 'Lea']],
  ['Hi Tom, Anna and Lea', 'Hi Tom, Anna and Lea', ['Tom', 'Anna', 'Lea']],
  ['Hi Tom, Anna and Lea\nhi', 'Hi Tom, Anna and Lea', ['Tom', 'Anna', 'Lea']],
  ['Hi Tom, Anna and Lea met', 'Hi Tom', ['Tom']],
  ['Hi Tom, Anna and we met', 'Hi Tom', ['Tom']],
  ['Hi Tom, Anna or nobody, hi', 'Hi Tom', ['Tom']],
  ['Hi Tom, and Lea, hi', 'Hi Tom', ['Tom']],
  ['Hi Tom, Anna met and Lea, hi', 'Hi Tom', ['Tom']],
  ['Hi Tom, Anna, and Lea, hi', 'Hi Tom, Anna, and Lea', ['Tom', 'Anna', 'Lea']],
  ['Hi Tom, Anna, and thanks', 'Hi Tom', ['Tom']],
  ['Hi Tom and Dr. Lee, hi', 'Hi Tom and Dr. Lee', ['Tom', 'Dr', 'Lee']],
  ['Hi Tom. Lee is here', 'Hi Tom', ['Tom']],
  ['Hi Tom Lee: hi', 'Hi Tom Lee', ['Tom', 'Lee']],
  ['Hola Priya y Tom, hi', 'Hola Priya y Tom', ['Priya', 'Tom']],
  [
    'Hi Mary-Jane Watson Parker Lee Kim, x',
    'Hi Mary-Jane Watson Parker',
    ['Mary', 'Jane', 'Watson', 'Parker'],
  ],
  ['Hi Priya\nthanks for', 'Hi Priya', ['Priya']],
  ['Hi Will\nthanks for', 'Hi Will', ['Will']],
  ['Hi Will, thanks', 'Hi Will', ['Will']],
  ['Hi Will – thanks', 'Hi Will', ['Will']],
  ['hi sarah, hi', 'hi sarah', ['sarah']],
  ['Hello 李娜，您好', 'Hello 李娜', ['李娜']],
  ['Priya, thanks for it', 'Priya', ['Priya']],
  ['Priya - thanks for it', 'Priya', ['Priya']],
  ['Priya! thanks', 'Priya', ['Priya']],
  ['Thanks a lot, Priya!', 'Priya', ['Priya']],
  ['Good work. Thanks, Priya! Bye', 'Priya', ['Priya']],
  ['Congratulations on the post, Oisín! Bye', 'Oisín', ['Oisín']],
  ['Congratulations on the post, Oisín!', 'Oisín', ['Oisín']],
])('%j greets %j', (text, place, names) => {
  const found = find(text);
  expect(found?.names.map((name) => name.text)).toEqual(names);
  expect(text.slice(found?.start, found?.end)).toBe(place);
  expect(found).toMatchObject({ hasTitle: false, isInflected: false });
});

it.each([
  ['Dear Dr. Priya Shah,', 'Priya Shah', false],
  ['Dear Prof. Dr. Anna Shah,', 'Anna Shah', false],
  ['Dear Mr. Mrs. Lawson,', 'Lawson', false],
  ['Szanowna Pani Agato, dz', 'Agato', true],
])('%j greets with a title', (text, names, isInflected) => {
  const found = find(text);
  expect(found?.names.map((name) => name.text).join(' ')).toBe(names);
  expect(found).toMatchObject({ hasTitle: true, isInflected });
});

it('recognises a language that inflects names', () => {
  expect(find('Ahoj Petře,')).toMatchObject({ hasTitle: false, isInflected: true });
});

it.each([
  '',
  'Hi',
  'Hi!',
  'Hi, Priya here',
  'Hi, Priya',
  'Hi. Oisín, thanks',
  'Dear Dr',
  'Dear Dr - Oisín,',
  'Hi team,',
  'Hi Billing team,',
  'Hi Oisín team',
  'Hi running, hi',
  'hi will, hi',
  'hi zorblax, hi',
  'Hi 42, x',
  'Hi good dear hello hey Oisín, x',
  'hey all, Oisín',
  'Priya thanks for it',
  'priya, thanks for it',
  'Priya',
  'Oisín, thanks for it',
  'Thanks a lot, Priya',
  'Thanks a lot,  Priya!',
  'Thanks a lot, Priya and',
  'thanks a lot, priya!',
  'It was good. It was fine. Thanks, Priya!',
  'Congratulations on the post in Poole, Dorset!',
  'Congratulations on the post, Good!',
  'Congratulations on the post, R2!',
  'The post is yours, Oisín!',
])('%j greets no one', (text) => {
  expect(find(text)).toBeNull();
});
