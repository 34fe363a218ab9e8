/** Whether a text is the URL of a LinkedIn profile, scheme included. */
export function isProfileUrl(text: string): boolean {
  return (
    /^https?:\/\/([a-z]+\.)?linkedin\.com\/in\/[^/\s]+\/?([?#]\S*)?$/i.test(text) &&
    !/\p{Cc}/u.test(text)
  );
}

/** Whether a text is an e-mail address. */
export function isEmail(text: string): boolean {
  return /^[^\s@<>",;]+@[^\s@<>",;]+$/.test(text) && !/\p{Cc}/u.test(text);
}
