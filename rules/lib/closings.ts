/** Last sentences, which say lightly that one would like to connect or keep in touch. Written like `Rule.wording`. */

export const CLOSINGS: readonly string[] = [
  "note, !near | I'd like to stay in touch.",
  'note, !near, !formal, !senior | Shall we connect?',
  "note, !near | It'd be good to keep in touch.",
  'note, !near, !senior | Happy to connect here if you are.',
  "note, !near, !formal | Let's connect.",
  "note, !near, !senior | It'd be nice to be connected.",
  'note, !near, !senior | Hope we can keep in touch.',
  "note, !near | I'd be glad to keep in touch.",
  'note, !near | It would be good to be connected.',
  "note, near, !manager | Let's connect here too.",
  'note, near, !manager | Thought we should be connected here as well.',
  "note, near, !manager, !report | It'd be nice to be connected here too.",
  'note, near, !manager | Time we were connected here.',
  "note, manager | I'd be glad to be connected here too.",
  "note, manager | It'd be good to be connected here as well.",
  "!note, !near | I'll send you an invitation on LinkedIn so we stay in touch.",
  "!note | I'm sending you an invitation on LinkedIn as well.",
  "!note | You'll get an invitation on LinkedIn from me too.",
  "!note, near | I'll send you a LinkedIn invitation too.",
];
