/** Whether a text is an address of a profile on LinkedIn, with its scheme. */
export function isProfile(text: string): boolean {
  return (
    /^https?:\/\/([a-z]+\.)?linkedin\.com\/in\/[^/\s]+\/?([?#]\S*)?$/i.test(text) &&
    !/\p{Cc}/u.test(text)
  );
}

/** Whether a text is an e-mail address. */
export function isEmail(text: string): boolean {
  return /^[^\s@<>",;]+@[^\s@<>",;]+$/.test(text) && !/\p{Cc}/u.test(text);
}
