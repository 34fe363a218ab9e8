/** Last sentences, which say lightly that one would like to connect or keep in touch. Written like `Rule.wording`. */

export const CLOSINGS: readonly string[] = [
  "note, !near, !formal, !senior | I'd like to stay in touch.",
  "note, !near, !formal, !senior, !invited | Let's connect.",
  "note, !near, !formal, !senior, !invited | It'd be nice to be connected.",
  'note, !near, !formal, !senior, !invited | Shall we connect?',
  "note, !near, !formal, !senior | It'd be good to keep in touch.",
  "note, !near, !formal, !senior, !invited | I'd like to connect.",
  'note, !near, !formal, !senior, !invited | Can we connect here?',
  "note, !near, !formal | I'd be glad to keep in touch.",
  "note, !near, !invited | It'd be good to connect here.",
  "note, !near, !invited | I'd be glad to be connected.",
  "note, near, !manager, !invited | Let's connect here too.",
  "note, near, !manager, !report, !invited | It'd be nice to be connected here too.",
  "note, manager, !invited | I'd be glad to be connected here too.",
  "note, manager, !invited | It'd be good to be connected here as well.",
  "!note, invited | It'd be good to keep in touch.",
  "!note, invited | I'd be glad to stay in touch.",
  "!note, !near, !formal, !invited | I'll send you an invitation on LinkedIn so we stay in touch.",
  "!note, !formal, !invited | I'm sending you an invitation on LinkedIn as well.",
  "!note, near, !invited | I'll send you a LinkedIn invitation too.",
  "!note, !invited | I'd also like to send you an invitation on LinkedIn.",
];
