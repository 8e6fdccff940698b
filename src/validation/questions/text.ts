/** The prose of a content file, passage by passage and sentence by sentence, each with its place in the file. */
import type { Nodes } from 'mdast';
import type { Root } from 'nlcst';
import { toString } from 'nlcst-to-string';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Position } from '../diagnostics.ts';
import type { BodyEntry } from '../content.ts';
import type { CollectionName, ListName } from '../../schemas/index.ts';
import { wordsIn } from './words.ts';

export interface Passage {
  text: string;
  /** The key that holds it, such as `summary` or `claim`; undefined in the body. */
  key?: string;
  /** The second-level heading that it stands under in the body. */
  section?: string;
  kind: 'key' | 'paragraph' | 'item' | 'heading' | 'cell' | 'quotation';
  /** The line and column of the character at `index` of the text. */
  at: (index: number) => Position;
  /** Its sentences and words, parsed when first asked for. */
  parsed: () => { tree: Root; sentences: Sentence[] };
}

export interface Sentence {
  text: string;
  /** Where it begins in the text of its passage. */
  index: number;
  words: number;
}

/** What a question is asked of. */
export interface Text {
  name: CollectionName | ListName;
  entry: BodyEntry<unknown>;
  passages: Passage[];
}

/** Keys whose values are no prose: addresses, codes, parts of documents, and the people whose work is credited. */
const noProse = new Set(['accepted', 'id', 'to', 'from', 'authors', 'publisher', 'licence', 'url', 'code', 'where']);

export const textOfEntry = (name: Text['name'], entry: BodyEntry<unknown>): Text => ({
  name,
  entry,
  passages: [...keyPassages(entry), ...bodyPassages(entry)],
});

const english = unified().use(retextEnglish);

function passage(text: string, kind: Passage['kind'], at: Passage['at'], key?: string): Passage {
  let parsed: ReturnType<Passage['parsed']> | undefined;
  return { text, kind, at, ...(key === undefined ? {} : { key }), parsed: () => (parsed ??= parse(text)) };
}

function parse(text: string): { tree: Root; sentences: Sentence[] } {
  const tree = english.parse(text) as Root;
  const sentences: Sentence[] = [];
  visit(tree, 'SentenceNode', (node) => {
    let index = node.position?.start.offset ?? 0;
    // The parser takes a figure before a full stop, as in "over 16. It", for an abbreviation.
    for (const sentence of toString(node).split(/(?<=\d[.!?]\s+)(?=\p{Lu})/u)) {
      sentences.push({ text: sentence.trimEnd(), index, words: wordsIn(sentence).length });
      index += sentence.length;
    }
  });
  return { tree, sentences };
}

function keyPassages(entry: BodyEntry<unknown>): Passage[] {
  const passages: Passage[] = [];
  const walk = (value: unknown, path: readonly PropertyKey[]): void => {
    const key = path.findLast((part) => typeof part === 'string');
    if (typeof key === 'string' && noProse.has(key)) return;
    if (typeof value === 'string') {
      // A slug, a date or a single word says nothing that could be asked about, but a title may be a name.
      if (!value.includes(' ') && key !== 'title' && key !== 'by') return;
      const { line, column } = entry.locate(path);
      passages.push(passage(value, 'key', (index) => ({ line, column: column + index }), key));
    } else if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index]));
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) walk(item, [...path, name]);
  };
  walk(entry.data, []);
  return passages;
}

const kinds: Partial<Record<string, Passage['kind']>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  tableCell: 'cell',
};

function bodyPassages(entry: BodyEntry<unknown>): Passage[] {
  const passages: Passage[] = [];
  let section = '';
  const walk = (node: Nodes, around: 'item' | 'quotation' | undefined): void => {
    const kind = kinds[node.type];
    if (kind) {
      const found = flowPassage(node, kind === 'paragraph' ? (around ?? kind) : kind);
      if (node.type === 'heading' && node.depth === 2) section = found.text;
      passages.push({ ...found, section });
    } else
      for (const child of 'children' in node ? node.children : [])
        walk(child, node.type === 'blockquote' ? 'quotation' : node.type === 'listItem' ? (around ?? 'item') : around);
  };
  if (entry.tree) walk(entry.tree, undefined);
  return passages;
}

/** The running text within a node. Code is left out, with as much room in its place. */
function flowPassage(node: Nodes, kind: Passage['kind']): Passage {
  let text = '';
  const runs: { from: number; place: Position }[] = [];
  const walk = (inner: Nodes): void => {
    if (inner.type === 'text' || inner.type === 'inlineCode') {
      runs.push({ from: text.length, place: inner.position?.start ?? { line: 1, column: 1 } });
      text += inner.type === 'text' ? inner.value : ' '.repeat(inner.value.length);
    } else if (inner.type === 'break') text += '\n';
    if ('children' in inner) inner.children.forEach(walk);
  };
  walk(node);
  return passage(text, kind, (index) => {
    const run = runs.findLast(({ from }) => from <= index) ?? runs[0];
    if (!run) return node.position?.start ?? { line: 1, column: 1 };
    const before = text.slice(run.from, index).split('\n');
    return before.length === 1
      ? { line: run.place.line, column: run.place.column + index - run.from }
      : { line: run.place.line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
  });
}

/** Every match of a pattern in a passage, with its place. */
export function* matches(
  { text, at }: Passage,
  pattern: RegExp,
): Generator<Position & { found: string; index: number }> {
  for (const { 0: found, index } of text.matchAll(pattern)) yield { found, index, ...at(index) };
}
