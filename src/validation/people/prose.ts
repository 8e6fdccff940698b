/** The prose of a content file as it was saved, whether or not it can be read as one. */
import { collections, lists, moved, site, vocabularies } from '../../schemas/index.ts';
import { allKeys } from '../schema-diagnostics.ts';

/** Keys whose values are no prose: addresses, codes, parts of documents, and the people whose work is credited. */
const noProse = new Set(
  'question id to from authors publisher licence credit email url code where knownNames'.split(' '),
);

let keys: ReadonlySet<string> | undefined;
/** Every key that any file of content has. */
const knownKeys = (): ReadonlySet<string> =>
  (keys ??= new Set(
    [...Object.values(collections), ...Object.values(lists), ...Object.values(vocabularies), moved, site].flatMap(
      (schema) => [...allKeys(schema)],
    ),
  ));

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
const keyed = /^(\s*(?:- +)*)([A-Za-z]+)( *:)(?=\s|$)/;

/** Where a file's keys end and its body begins, as an index; a file that is no entry is all keys. */
export function endOfKeys(text: string, isEntry: boolean): number {
  if (!isEntry) return text.length;
  if (!text.startsWith('---')) return 0;
  const end = text.search(/(?<=\n)(?:---|\+\+\+)/);
  return end === -1 ? text.length : end;
}

/** The lines of keys with the keys themselves, and values that are no prose, left blank. */
function proseOfKeys(text: string): string {
  let hiddenUnder = -1;
  return text
    .split('\n')
    .map((line) => {
      const match = keyed.exec(line);
      const indent = line.search(/\S/);
      const isKey = match !== null && knownKeys().has(match[2] ?? '');
      // An item of a list may stand as far left as the key that it is of.
      const isWithin =
        hiddenUnder >= 0 && (indent > hiddenUnder || indent === -1 || (indent === hiddenUnder && /^\s*-/.test(line)));
      if (isWithin) return blank(line);
      hiddenUnder = -1;
      if (!isKey) return line;
      const [whole, before = '', key = '', colon = ''] = match;
      if (noProse.has(key)) {
        hiddenUnder = before.length;
        return blank(line);
      }
      return `${blank(before + key)}${colon}${line.slice(whole.length)}`;
    })
    .join('\n');
}

/** What reads as prose in a body: without code, links' addresses and the names of components. */
const proseOfBody = (text: string): string =>
  text
    .replace(/```[\s\S]*?(?:```|$)|`[^`\n]+`/g, blank)
    .replace(/(?<=\]\()[^)\n]*(?=\))|<\/?[A-Za-z]+|&[a-z]+;/g, blank);

/** The text with as many blanks in place of all that is no prose. */
export function proseOf(text: string, isEntry: boolean): string {
  const end = endOfKeys(text, isEntry);
  return (proseOfKeys(text.slice(0, end)) + proseOfBody(text.slice(end)))
    .replace(/(?:https?:\/\/|www\.)[^\s)\]}>"']+|[\w.+-]+@[\w.-]+/g, blank)
    .replace(/\[\^[^\]]*\]|(?<=[\s(])\/[a-z0-9/#-]+/g, blank);
}
