/** What a title was understood as: each part fits into a sentence said to somebody. */

/** What happened, after its preposition: "on" "the Ledger migration". */
export interface Named {
  after: 'on' | 'at' | 'about' | 'of';
  phrase: string;
  /** "the migration"; null where the phrase is short already or would become unclear. */
  short: string | null;
}

/** What one congratulates on: "your promotion to category lead", "passing the bar exam". */
export interface News {
  news: string;
  short: string | null;
}

export type Topic = Named | News;
