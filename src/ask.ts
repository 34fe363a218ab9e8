/** One thing to pick from a list. */
export interface Choice {
  value: string;
  name: string;
}

/** The questions that a command may ask. Each throws `Interrupted` when the person leaves. */
export interface Ask {
  text: (question: {
    message: string;
    initial?: string;
    /** Says what is wrong with an answer, or true. */
    validate?: (answer: string) => string | true | Promise<string | true>;
  }) => Promise<string>;
  choose: (question: { message: string; choices: readonly Choice[] }) => Promise<string>;
  /** Pick by typing: `search` gives what fits the words so far. */
  search: (question: {
    message: string;
    search: (words: string) => readonly Choice[];
  }) => Promise<string>;
  confirm: (question: { message: string }) => Promise<boolean>;
}
