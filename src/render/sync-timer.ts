/*
 * What makes a machine sync every hour, as text for the user to read and install. `words` is the unquoted
 * command line of the sync.
 */
import { shellQuoted, systemdQuoted, xmlEscaped } from './remind.ts';

/** A shell script that installs and starts a systemd user timer. */
export function syncUnits(words: readonly string[]): string {
  return `# This makes two files and starts a timer. Read it, then pipe it to sh.
folder="\${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user"
mkdir -p "$folder"

cat > "$folder/netcoach-sync.service" <<'END'
[Unit]
Description=netcoach: share one log among my machines

[Service]
Type=oneshot
ExecStart=${words.map(systemdQuoted).join(' ')}
END

cat > "$folder/netcoach-sync.timer" <<'END'
[Unit]
Description=Once an hour: netcoach sync

[Timer]
OnCalendar=hourly
Persistent=true

[Install]
WantedBy=timers.target
END

systemctl --user daemon-reload
systemctl --user enable --now netcoach-sync.timer
`;
}

/** A property list for launchd. */
export function syncAgent(words: readonly string[]): string {
  const lines = words.map((word) => `    <string>${xmlEscaped(word)}</string>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>netcoach.sync</string>
  <key>ProgramArguments</key>
  <array>
${lines.join('\n')}
  </array>
  <key>StartInterval</key>
  <integer>3600</integer>
</dict>
</plist>
`;
}

/** A crontab line. Only what goes wrong is mailed. */
export function syncCronLine(words: readonly string[]): string {
  // Crontab ends the command at a bare %.
  return `0 * * * * ${words.map(shellQuoted).join(' ').replaceAll('%', '\\%')} > /dev/null\n`;
}
