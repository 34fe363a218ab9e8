import type { Detail, Reading } from '../../../src/model.ts';

/**
 * A sentence that shows how a reading stands in a message: "Thank you for staying late to fix the import."
 * One of several in which it may be used.
 */
export function showReading(reading: Reading | Detail): string {
  if ('news' in reading) return `Congratulations on ${reading.news}!`;
  if ('leaves' in reading)
    return `${reading.leaves ?? 'somebody'} ${reading.isAhead ? 'will leave' : 'left'}`;
  if ('lost' in reading) return `I'm so sorry about ${reading.lost}.`;
  if ('leads' in reading) return 'You lead us.';
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
