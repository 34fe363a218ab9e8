import type { Detail } from '../../../src/model.ts';
import type { Topic } from '../../../src/reading/say/reading.ts';

/**
 * A sentence that shows how a reading stands in a message: "Thank you for staying late to fix the import."
 * One of several in which it may be used.
 */
export function showReading(reading: Topic | Detail): string {
  if ('news' in reading) return `Congratulations on ${reading.news}!`;
  if ('after' in reading) return `… ${reading.after} ${reading.phrase} …`;
  switch (reading.is) {
    case 'deed':
      return reading.gerund === null
        ? `I remember that ${reading.past}.`
        : `Thank you for ${reading.gerund}.`;
    case 'quality':
      return `I won't forget ${reading.clause}.`;
    case 'thing':
    case 'talk':
      return `I won't forget ${reading.phrase}.`;
    case 'habit':
      return `I like that ${reading.present}.`;
    case 'own':
      return reading.text;
    case 'advice':
      return `Thank you for ${reading.gerund}.`;
  }
}
