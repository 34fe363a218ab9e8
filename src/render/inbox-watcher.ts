/*
 * What makes a machine take in an inbox whenever something in it changes, as text for the user to read and
 * install. `words` is the unquoted command line of `netcoach inbox`.
 */
import { systemdQuoted, xmlEscaped } from './remind.ts';

/** Seconds to wait before it runs: longer than a line may be in the making; see `inbox`. */
const WAIT = 65;

/**
 * Seconds after which the machine looks anyway: launchd isn't told when a file only grows, and systemd misses what
 * changes while the import runs.
 */
const LOOK_AGAIN = 900;

/** A shell script that installs and starts a systemd path unit, and a timer for what it misses. */
export function inboxUnits(words: readonly string[], folder: string): string {
  return `# This makes three files and starts a watcher. Read it, then pipe it to sh.
folder="\${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user"
mkdir -p "$folder"

cat > "$folder/netcoach-inbox.service" <<'END'
[Unit]
Description=netcoach: import whatever is in the inbox

[Service]
Type=oneshot
ExecStartPre=/bin/sleep ${WAIT}
ExecStart=${words.map(systemdQuoted).join(' ')}
END

cat > "$folder/netcoach-inbox.path" <<'END'
[Unit]
Description=When the inbox changes: netcoach inbox

[Path]
PathChanged=${folder.replaceAll('%', '%%')}

[Install]
WantedBy=default.target
END

cat > "$folder/netcoach-inbox.timer" <<'END'
[Unit]
Description=What came while the inbox was read: netcoach inbox

[Timer]
OnActiveSec=${LOOK_AGAIN}
OnUnitInactiveSec=${LOOK_AGAIN}

[Install]
WantedBy=timers.target
END

systemctl --user daemon-reload
systemctl --user enable --now netcoach-inbox.path netcoach-inbox.timer
`;
}

/** A property list for launchd. */
export function inboxAgent(words: readonly string[], folder: string): string {
  const all = ['/bin/sh', '-c', `sleep ${WAIT}; exec "$@"`, 'netcoach', ...words];
  const lines = all.map((word) => `    <string>${xmlEscaped(word)}</string>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>netcoach.inbox</string>
  <key>ProgramArguments</key>
  <array>
${lines.join('\n')}
  </array>
  <key>WatchPaths</key>
  <array>
    <string>${xmlEscaped(folder)}</string>
  </array>
  <key>StartInterval</key>
  <integer>${LOOK_AGAIN}</integer>
</dict>
</plist>
`;
}
