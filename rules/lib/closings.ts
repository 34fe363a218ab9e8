/** Last sentences, which say lightly that one would like to connect or keep in touch. Written like `Rule.wording`. */

export const CLOSINGS: readonly string[] = [
  "note, !near, !formal, !senior | I'd like to stay in touch.",
  "note, !near, !formal, !senior | Let's connect.",
  "note, !near, !formal, !senior | It'd be nice to be connected.",
  'note, !near, !formal, !senior | Shall we connect?',
  "note, !near, !formal, !senior | It'd be good to keep in touch.",
  "note, !near, !formal, !senior | I'd like to connect.",
  'note, !near, !formal, !senior | Can we connect here?',
  "note, !near, !formal | I'd be glad to keep in touch.",
  'note, !near | It would be good to be connected.',
  "note, !near | I'd be glad to be connected.",
  "note, near, !manager | Let's connect here too.",
  "note, near, !manager, !report | It'd be nice to be connected here too.",
  "note, manager | I'd be glad to be connected here too.",
  "note, manager | It'd be good to be connected here as well.",
  "!note, !near, !formal | I'll send you an invitation on LinkedIn so we stay in touch.",
  "!note, !formal | I'm sending you an invitation on LinkedIn as well.",
  "!note, near | I'll send you a LinkedIn invitation too.",
  "!note | I'd also like to send you an invitation on LinkedIn.",
];
