#!/usr/bin/env node
// CommonJS, as all of what starts the program: Node need not begin its loader of ES modules.
const { load } = require('./load.js');

// Whatever is written from here on is this person's alone.
process.umask(0o077);

// What never comes to an end has not succeeded.
process.exitCode = 1;
const { main } = load().exports;
main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
