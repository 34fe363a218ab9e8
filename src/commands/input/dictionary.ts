/** Tells the words of the English dictionary, which may stay in a text: "grace" is one. */
export async function loadDictionary(): Promise<(word: string) => boolean> {
  const { default: nspell } = await import('nspell');
  const { default: dictionary } = await import('dictionary-en');
  const speller = nspell(Buffer.from(dictionary.aff), Buffer.from(dictionary.dic));
  return (word) => speller.correct(word);
}
