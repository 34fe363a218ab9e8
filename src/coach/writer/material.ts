/**
 * What a message may say, for someone else to word: an assistant, or a program of the user's own.
 * No private note, nothing of what feedback said, nobody else's affairs.
 */
import { isHardNews } from '../../../rules/lib/hard.ts';
import { tellNews } from '../../../rules/lib/my-news.ts';
import type {
  Action,
  Channel,
  Day,
  History,
  Interaction,
  Kind,
  Moment,
  Status,
} from '../../model.ts';
import { spokenCompany } from '../../text/company.ts';
import { ago, formatDay } from '../../text/days.ts';
import { isSiteRecord } from '../../text/site-record.ts';
import { lastTouch } from '../brief.ts';
import { greetingOf } from '../draft/greeting.ts';
import { newsOfMine } from '../draft/slots.ts';
import { publicInteraction } from '../redact.ts';

/** One thing that the message may mention. */
export interface SayableFact {
  kind: Kind;
  date: Day;
  /** "2 days ago" */
  when: string;
  /** As typed; of feedback only what it was on. */
  title: string;
  /** What stood out in their part, as typed; null if nothing did. */
  stoodOut: string | null;
  /** A layoff, an illness, a death. */
  isHard: boolean;
}

export interface Material {
  to: {
    name: string;
    /** How a message greets them. */
    call: string;
    relationship: string;
    work: string | null;
    connection: string;
    lastContact: string | null;
  };
  from: { name: string | null; work: string | null };
  /** Where both worked, as I have said: "Halden, until 2021"; null if I haven't. */
  workedAt: string | null;
  /** A job of mine since we were last in touch: "you started at Halden in May". */
  news: string | null;
  action: Action;
  /** What the message is to do, in one sentence. */
  purpose: string;
  /** What the message is about; null where no one interaction is. */
  about: SayableFact | null;
  /** Other things they shared, newest first. */
  others: SayableFact[];
  channel: Channel;
  /** In UTF-16 units; null for none. */
  limit: number | null;
}

/** How many interactions beside the one it's about: more would tempt to tell them all. */
const MOST_OTHERS = 4;

/** How things are with them, from the writer's side. */
const CONNECTIONS: Readonly<Record<Status, string>> = {
  none: "you aren't connected",
  invited: "you invited them, and they haven't answered",
  incoming: 'they invited you, and are waiting for your answer',
  connected: 'you are connected',
  declined: 'they declined your invitation',
  withdrawn: 'you withdrew your invitation',
};

const PURPOSES: Partial<Record<Action, string>> = {
  connect: 'Say how you know each other and, lightly, that you would like to stay in touch.',
  reconnect: 'Get back in touch with a former coworker, with one true thing you share.',
  'warm-up': 'Say hello first; ask for nothing.',
  congratulate: 'Congratulate them on the news, and leave it at that.',
  thank: 'Thank them for connecting, with one true thing you share.',
  answer: 'Thank them for inviting you to connect, with one true thing you share.',
  'check-in': 'Say hello after a while, with one true thing to build on.',
};

/** Collects what a message about a moment may say. */
export function materialFor(
  history: History,
  { action, interaction }: Pick<Moment, 'action' | 'interaction'>,
  { channel, limit }: { channel: Channel; limit: number | null },
): Material {
  const { person, interactions, readings, me, today } = history;
  const touched = lastTouch(history);
  // What LinkedIn recorded says that there was contact; nothing to write about.
  const about =
    interaction === null || isSiteRecord(interaction.title)
      ? null
      : factOf(interaction, person.id, readings, today);
  const others = interactions
    .filter(
      ({ id, date, title }) => id !== interaction?.id && date <= today && !isSiteRecord(title),
    )
    .slice(0, MOST_OTHERS)
    .map((one) => factOf(one, person.id, readings, today));
  const { status, since } = person.connection;
  const { shared } = person;
  const news = newsOfMine(history);
  return {
    to: {
      name: person.name,
      call: greetingOf(person),
      relationship: person.relationship,
      work: joined(person.role, person.team, person.company),
      connection: `${CONNECTIONS[status]}${since === null || status === 'none' ? '' : ` (${formatDay(since, today)})`}`,
      lastContact: touched === null ? null : ago(touched, today),
    },
    from: { name: me.name, work: joined(me.role, me.team, me.company) },
    workedAt:
      shared === null
        ? null
        : `${spokenCompany(shared.company)}${shared.until === null ? ', both still there' : `, until ${shared.until.slice(0, 4)}`}`,
    news: news === null ? null : tellNews(news, today),
    action,
    purpose: about?.isHard
      ? 'This is hard news: one plain, short, human line; no cheer and no invitation in it.'
      : (PURPOSES[action] ?? 'Say hello.'),
    about,
    others,
    channel,
    limit,
  };
}

function factOf(
  interaction: Interaction,
  person: number,
  readings: History['readings'],
  today: Day,
): SayableFact {
  const { kind, date, title, people } = publicInteraction(interaction);
  const reading = kind === 'feedback' ? readings.get(interaction.id) : undefined;
  return {
    kind,
    date,
    when: ago(date, today),
    // What feedback was on may be said, as the rules say it.
    title: reading !== undefined && 'phrase' in reading ? reading.phrase : title,
    stoodOut: people.find(({ id }) => id === person)?.highlight ?? null,
    isHard: isHardNews(interaction),
  };
}

function joined(...parts: ReadonlyArray<string | null>): string | null {
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? null : known.join(', ');
}
