/** Signs that nobody sees, or that turn round how others are read: what a reader gets would not be what was reviewed. */
export const hiddenPattern =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\u2028\u2029\u{e0000}-\u{e007f}]/u;

/** How the first hidden sign of a text is named, such as U+202E; undefined where there is none. */
export function hiddenSign(text: string): string | undefined {
  const code = hiddenPattern.exec(text)?.[0].codePointAt(0);
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether a text is a whole web address whose host is what it seems: https://bank.example@elsewhere.example is not. */
export function isPlainWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s\\/][^\s\\]*$/i.test(text) || hiddenPattern.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}
