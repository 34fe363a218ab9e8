// Loaded before each measured program: says on descriptor 3 how much processor time it took, in
// microseconds, and the most memory, in KiB.
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, `${user + system} ${process.resourceUsage().maxRSS}`);
});
