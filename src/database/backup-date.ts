import { statSync } from 'node:fs';
import { basename } from 'node:path';

/** "manual-2026-11-22T10-00-00-000Z.db" or "daily-2026-11-22.db". */
const DATE_IN_NAME = /-(\d{4}-\d\d-\d\d)(?:T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z)?\.db$/;
const DAY_MS = 86_400_000;
/** Clocks are set by a little now and then. */
const AHEAD_MS = 3_600_000;

/**
 * When a backup was made, in milliseconds since 1970: by its name, as a copied file gets a new
 * modification time. That time counts where the name has none, or only its day.
 */
export function backupTime(file: string): number {
  const changed = statSync(file).mtimeMs;
  const [, day, hour, ...rest] = DATE_IN_NAME.exec(basename(file)) ?? [];
  if (day === undefined) return changed;
  if (hour !== undefined) {
    const [minute, second, ms] = rest;
    const exact = Date.parse(`${day}T${hour}:${minute}:${second}.${ms}Z`);
    return Number.isNaN(exact) ? changed : exact;
  }
  const start = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(start)) return changed;
  return changed >= start && changed < start + DAY_MS ? changed : start;
}

/** Whether a time lies after now: this clock is behind, or another ran ahead. */
export function isAhead(time: number): boolean {
  return time > Date.now() + AHEAD_MS;
}
