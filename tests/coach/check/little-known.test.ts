/** What is said where little is known passes the check by itself, whoever gets it and however it closes. */
import { expect, it } from 'vitest';
import { CLOSINGS } from '../../../rules/lib/closings.ts';
import { historyOf } from '../../../rules/lib/example.ts';
import { LITTLE_KNOWN } from '../../../rules/lib/little-known.ts';
import { checkMessage } from '../../../src/coach/check/check.ts';
import { readModel } from '../../../src/reading/linear.ts';

const said = (plan: string) => plan.replace(/^[^|]* \| /, '').replace('{when}', 'on Thursday');

it.each(Object.entries(LITTLE_KNOWN))('to %s', (_action, plans) => {
  const { person, me, today } = historyOf({ today: '2026-11-22', interactions: [] });
  const found: string[] = [];
  for (const name of ['Priya Shah', 'Yevgenia Abramovich', 'Sam Ortiz', 'Hoa Nguyen']) {
    for (const plan of plans) {
      const closings = plan.includes('{close}') ? CLOSINGS.map(said) : [''];
      for (const close of closings) {
        const body = said(plan).replace(/ ?\[\{close\}\]/, close === '' ? '' : ` ${close}`);
        const small = /^I\b/.test(body) ? body : body.charAt(0).toLowerCase() + body.slice(1);
        const text = `Hi ${name.split(' ')[0]}, ${small}`;
        const { problems } = checkMessage(text, {
          person: { ...person, name },
          recipientName: null,
          history: [],
          me,
          today,
          limit: 200,
          model: readModel('check'),
        });
        for (const { rule, severity } of problems)
          if (severity !== 'advice') found.push(`${rule}: ${text}`);
      }
    }
  }
  expect(found).toEqual([]);
});
