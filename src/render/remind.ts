/*
 * Reminders as text, for the user to read and install. `words` is the unquoted command line that
 * prints today's list.
 */
import type { Reminder } from '../model.ts';

/** Local time; on working days, on Mondays, or on the first Monday of a month (in launchd on the first day). */
const HOUR = 9;

const SYSTEMD_DAYS: Readonly<Record<Reminder, string>> = {
  daily: 'Mon..Fri *-*-*',
  weekly: 'Mon *-*-*',
  monthly: 'Mon *-*-1..7',
};
const OFTEN_WORDS: Readonly<Record<Reminder, string>> = {
  daily: 'On working days',
  weekly: 'Once a week',
  monthly: 'Once a month',
};
/** Each a day on which launchd runs it. */
const LAUNCHD_DAYS: Readonly<Record<Reminder, ReadonlyArray<readonly [key: string, day: number]>>> =
  {
    daily: [1, 2, 3, 4, 5].map((day) => ['Weekday', day]),
    weekly: [['Weekday', 1]],
    monthly: [['Day', 1]],
  };

/** Keeps only headings ("1. Priya Shah – catch up"): a notification shouldn't show drafts. */
const LIST_COMMAND = 'list=$("$@" | grep -E "^[0-9]+[.] ")';

/** A shell script that installs and starts a systemd user timer. */
export function systemdUnits(words: readonly string[], often: Reminder): string {
  const script = `${LIST_COMMAND} || exit 0; if command -v notify-send >/dev/null; then notify-send -- netcoach "$list"; else printf "%s\\n" "$list"; fi`;
  const command = ['/bin/sh', '-c', script, 'netcoach', ...words].map(systemdQuoted).join(' ');
  return `# This makes two files and starts a timer. Read it, then pipe it to sh.
folder="\${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user"
mkdir -p "$folder"

cat > "$folder/netcoach.service" <<'END'
[Unit]
Description=Who to reach out to (netcoach)

[Service]
Type=oneshot
ExecStart=${command}
END

cat > "$folder/netcoach.timer" <<'END'
[Unit]
Description=${OFTEN_WORDS[often]}: who to reach out to

[Timer]
OnCalendar=${SYSTEMD_DAYS[often]} 0${HOUR}:00
Persistent=true

[Install]
WantedBy=timers.target
END

systemctl --user daemon-reload
systemctl --user enable --now netcoach.timer
`;
}

/** A property list for launchd, which can't express a first Monday: the first of the month. */
export function launchdAgent(words: readonly string[], often: Reminder): string {
  const script = `${LIST_COMMAND} || exit 0; osascript -e "on run argv" -e "display notification (item 1 of argv) with title \\"netcoach\\"" -e "end run" "$list"`;
  const lines = ['/bin/sh', '-c', script, 'netcoach', ...words].map(
    (word) => `    <string>${xmlEscaped(word)}</string>`,
  );
  const days = LAUNCHD_DAYS[often].map(
    ([key, day]) => `  <dict>
    <key>${key}</key>
    <integer>${day}</integer>
    <key>Hour</key>
    <integer>${HOUR}</integer>
    <key>Minute</key>
    <integer>0</integer>
  </dict>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>netcoach.reminder</string>
  <key>ProgramArguments</key>
  <array>
${lines.join('\n')}
  </array>
  <key>StartCalendarInterval</key>
${days.length === 1 ? days.join('') : `  <array>\n${days.join('\n')}\n  </array>`}
</dict>
</plist>
`;
}

/** A crontab line. For a month the command tests for Monday: cron would run on either a day or a weekday. */
export function cronLine(words: readonly string[], often: Reminder): string {
  const list = words.map(shellQuoted).join(' ');
  const isMonthly = often === 'monthly';
  const days = isMonthly ? '1-7 * *' : `* * ${often === 'daily' ? '1-5' : '1'}`;
  const command = isMonthly ? `[ "$(date +%u)" = 1 ] && ${list}` : list;
  // Crontab ends the command at a bare %.
  return `0 ${HOUR} ${days} ${command.replaceAll('%', '\\%')}\n`;
}

/** Needs no quotes in systemd units and POSIX shells. */
const PLAIN_WORD = /^[\w@+=:,./-]+$/;

/** Quoted for ExecStart: systemd.service(5), "COMMAND LINES", and systemd.syntax(7), "QUOTING". */
export function systemdQuoted(word: string): string {
  if (PLAIN_WORD.test(word)) return word;
  const special: Record<string, string> = { '\\': '\\\\', '"': '\\"', $: '$$', '%': '%%' };
  return `"${word.replace(/[\\"$%]/g, (one) => special[one] ?? one)}"`;
}

/** Quoted for a POSIX shell, without backslashes, which crontab treats specially. */
export function shellQuoted(word: string): string {
  return PLAIN_WORD.test(word) ? word : `'${word.replaceAll("'", `'"'"'`)}'`;
}

/** As the text of an element. */
export function xmlEscaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
