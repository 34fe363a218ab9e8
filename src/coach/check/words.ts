/** The words of a file in `words/`, in any order, with blanks and line ends between them. */
export function wordFile(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
