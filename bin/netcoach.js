#!/usr/bin/env node
// CommonJS, like everything at startup: Node doesn't need to start its ES module loader.
const { lacksCache, load } = require('./load.js');

// New files are private to the user.
process.umask(0o077);

// In case the promise never settles.
process.exitCode = 1;
load()
  .main(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code;
    if (!lacksCache()) return;
    const { compileLater } = require('./compile.js');
    compileLater();
  });
