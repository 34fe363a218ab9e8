/*
 * What makes a machine remind its owner: text to look at and to install by hand. Each quotes the words that
 * run netcoach as its own language wants them.
 */

/** The first Monday of a month: the article's "once a month", at the start of a week. */
const HOUR = 9;

/** Only the heads of the list, "1. Priya Shah – catch up": a notification is no place for drafts. */
const LIST = 'list=$("$@" | grep -E "^[0-9]+[.] ")';

/** @param words the program and its arguments, one by one: the list of today */
export function systemdUnits(words: readonly string[]): string {
  const script = `${LIST} || exit 0; if command -v notify-send >/dev/null; then notify-send -- netcoach "$list"; else printf "%s\\n" "$list"; fi`;
  const command = ['/bin/sh', '-c', script, 'netcoach', ...words].map(unitWord).join(' ');
  return `# What follows makes two files and starts a timer. Read it, then pipe it to sh.
folder="\${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user"
mkdir -p "$folder"

cat > "$folder/netcoach.service" <<'END'
[Unit]
Description=Whom to reach, says netcoach

[Service]
Type=oneshot
ExecStart=${command}
END

cat > "$folder/netcoach.timer" <<'END'
[Unit]
Description=Once a month: whom to reach

[Timer]
OnCalendar=Mon *-*-1..7 0${HOUR}:00
Persistent=true

[Install]
WantedBy=timers.target
END

systemctl --user daemon-reload
systemctl --user enable --now netcoach.timer
`;
}

/** A property list for launchd, which knows no first Monday: the first day of a month. */
export function launchdAgent(words: readonly string[]): string {
  const script = `${LIST} || exit 0; osascript -e "on run argv" -e "display notification (item 1 of argv) with title \\"netcoach\\"" -e "end run" "$list"`;
  const lines = ['/bin/sh', '-c', script, 'netcoach', ...words].map(
    (word) => `    <string>${xmlText(word)}</string>`,
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
  <dict>
    <key>Day</key>
    <integer>1</integer>
    <key>Hour</key>
    <integer>${HOUR}</integer>
    <key>Minute</key>
    <integer>0</integer>
  </dict>
</dict>
</plist>
`;
}

/** A line for crontab. Where a day of the month and a weekday are both given, cron takes either: hence the test. */
export function cronLine(words: readonly string[]): string {
  const command = `[ "$(date +%u)" = 1 ] && ${words.map(shellQuoted).join(' ')}`;
  // A bare % ends the command there.
  return `0 ${HOUR} 1-7 * * ${command.replaceAll('%', '\\%')}\n`;
}

/** What no language here reads in a way of its own. */
const PLAIN = /^[\w@+=:,./-]+$/;

/** A word as systemd reads it in ExecStart: systemd.service(5), "COMMAND LINES", and systemd.syntax(7), "QUOTING". */
function unitWord(word: string): string {
  if (PLAIN.test(word)) return word;
  const special: Record<string, string> = { '\\': '\\\\', '"': '\\"', $: '$$', '%': '%%' };
  return `"${word.replace(/[\\"$%]/g, (one) => special[one] ?? one)}"`;
}

/** A word that a POSIX shell takes as it is; no backslash, since crontab has its own use for it. */
function shellQuoted(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", `'"'"'`)}'`;
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
