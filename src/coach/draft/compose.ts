/** Puts what is known into a plan: one message, as full as fits. */
import type { Part, Plan } from './plan.ts';
import { OF_DETAIL, OF_TOPIC, type Slots } from './slots.ts';

/** A sentence, or a part of one, and the slots that it rests on. */
export interface Said {
  text: string;
  slots: readonly string[];
  /** It begins with a slot that is no sentence of its own, and so may begin with a name. */
  isSlotFirst: boolean;
}

/** Whether a plan's conditions hold. */
export function fits({ when }: Plan, conditions: ReadonlySet<string>): boolean {
  return when.every((one) =>
    one.startsWith('!') ? !conditions.has(one.slice(1)) : conditions.has(one),
  );
}

/** A plan without optional parts, filled; null where a slot is unknown. */
export function fill({ parts }: Plan, slots: Slots): string | null {
  const said = parts.filter(({ isOptional }) => !isOptional).map((part) => sayPart(part, slots));
  return said.some((one) => one === null) ? null : said.map((one) => (one as Said).text).join('');
}

function sayPart({ text, slots: names }: Part, slots: Slots): Said | null {
  let said = text[0] as string;
  for (const [at, name] of names.entries()) {
    const value = slots[name];
    if (value === undefined) return null;
    said += value + (text[at + 1] as string);
  }
  const isSlotFirst = text[0] === '' && !/^(?:memory|close|me)$/.test(names[0] ?? '');
  return { text: said, slots: names, isSlotFirst };
}

/** The ways to fill a plan, fullest first: optional parts are left out by their worth, what is said of the person's part last. */
export function* fillings(plan: Plan, slots: Slots, isLong: boolean): Generator<Said[]> {
  const parts = plan.parts.map((part) => ({ part, said: sayPart(part, slots) }));
  if (parts.some(({ part, said }) => !part.isOptional && said === null)) return;
  const all = parts.filter(({ part, said }) => said !== null && (isLong || !part.isExtra));
  const optional = all.filter(({ part }) => part.isOptional);
  const choices = Array.from({ length: 2 ** optional.length }, (_, bits) => {
    const left = optional.filter((_one, at) => bits & (1 << at));
    return { left, cost: left.reduce((sum, { part }) => sum + worth(part), 0) };
  });
  for (const { left } of choices.sort((a, b) => a.cost - b.cost || a.left.length - b.left.length))
    yield all.filter((one) => !left.includes(one)).map(({ said }) => said as Said);
}

/** What is left out first has the least worth. */
function worth({ isExtra, slots }: Part): number {
  if (isExtra) return 0;
  if (slots.some((name) => OF_DETAIL.has(name))) return 5;
  if (slots.some((name) => OF_TOPIC.has(name))) return 4;
  if (slots.includes('close')) return 3;
  if (slots.includes('when') || slots.includes('me')) return 1;
  return 2;
}
