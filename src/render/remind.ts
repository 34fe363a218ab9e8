/*
 * Reminders as text, for the user to read and install. `words` is the unquoted command line that
 * prints today's list.
 */

/** Local time. The article says once a month: the first Monday, except in launchd. */
const HOUR = 9;

/** Keeps only headings ("1. Priya Shah – catch up"): a notification shouldn't show drafts. */
const LIST_COMMAND = 'list=$("$@" | grep -E "^[0-9]+[.] ")';

/** A shell script that installs and starts a systemd user timer. */
export function systemdUnits(words: readonly string[]): string {
  const script = `${LIST_COMMAND} || exit 0; if command -v notify-send >/dev/null; then notify-send -- netcoach "$list"; else printf "%s\\n" "$list"; fi`;
  const command = ['/bin/sh', '-c', script, 'netcoach', ...words].map(systemdQuoted).join(' ');
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

/** A property list for launchd, which can't express a first Monday: the first of the month. */
export function launchdAgent(words: readonly string[]): string {
  const script = `${LIST_COMMAND} || exit 0; osascript -e "on run argv" -e "display notification (item 1 of argv) with title \\"netcoach\\"" -e "end run" "$list"`;
  const lines = ['/bin/sh', '-c', script, 'netcoach', ...words].map(
    (word) => `    <string>${xmlEscaped(word)}</string>`,
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

/** A crontab line. The command tests for Monday: cron would run on either a day or a weekday. */
export function cronLine(words: readonly string[]): string {
  const command = `[ "$(date +%u)" = 1 ] && ${words.map(shellQuoted).join(' ')}`;
  // Crontab ends the command at a bare %.
  return `0 ${HOUR} 1-7 * * ${command.replaceAll('%', '\\%')}\n`;
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
