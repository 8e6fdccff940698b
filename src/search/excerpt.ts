/** The part of a page that answers a question best: its words, where they stand, and how to be led there. */
import type { Heading } from './packing.ts';

export interface Hit {
  /** The number of the word on the page. */
  position: number;
  /** Which word of the question it answers. */
  word: string;
  /** How much that word tells. */
  weight: number;
}

export interface Excerpt {
  /** Pieces of text in a row; those that answer the question are marked. */
  pieces: { text: string; marked: boolean }[];
  /** Whether text was left out before and after. */
  cutBefore: boolean;
  cutAfter: boolean;
  /** What the address of the page ends with, so that it opens at the place with the words marked. */
  fragment: string;
}

const span = 28;
const lead = 6;
/** How many phrases of a page a link marks. */
const mostPhrases = 3;

/** The stretch of `span` words that holds the most telling words of the question, the first among equals. */
function bestStart(hits: readonly Hit[]): number {
  let best = { start: hits[0]?.position ?? 0, worth: -1 };
  hits.forEach(({ position }, index) => {
    const words = new Map<string, number>();
    for (let next = index; next < hits.length; next += 1) {
      const hit = hits[next];
      if (!hit || hit.position >= position + span - lead) break;
      words.set(hit.word, hit.weight);
    }
    const worth = [...words.values()].reduce((sum, weight) => sum + weight, 0);
    if (worth > best.worth + 1e-9) best = { start: position, worth };
  });
  return best.start;
}

/** The excerpt of a page whose text is `content`, or undefined where none of its text was hit. */
export function excerptOf(content: string, headings: readonly Heading[], hits: readonly Hit[]): Excerpt | undefined {
  const words = content.split(' ');
  const inOrder = hits.filter(({ position }) => position < words.length).sort((a, b) => a.position - b.position);
  if (!inOrder.length) return undefined;
  const sections = headings.filter(({ level }) => level > 1);
  // The lead stands in the result anyway, so a hit in a section says more.
  const below = inOrder.filter(({ position }) => position >= (sections[0]?.position ?? 0));
  const first = bestStart(below.length ? below : inOrder);
  const from = sentenceStart(words, first);
  const to = Math.min(words.length, from + span);
  const marked = new Set(inOrder.map(({ position }) => position));
  const pieces: Excerpt['pieces'] = [];
  for (let position = from; position < to; position += 1) {
    const text = words[position] ?? '';
    const mark = marked.has(position);
    const last = pieces.at(-1);
    if (last && last.marked === mark && !mark) last.text += ` ${text}`;
    else pieces.push({ text, marked: mark });
  }
  const section = sections.filter(({ position }) => position <= first).at(-1);
  return {
    pieces,
    cutBefore: from > 0 && !endsSentence(words[from - 1]),
    cutAfter: to < words.length,
    fragment: fragmentOf(section?.id, phrases(words, inOrder, from, to)),
  };
}

const endsSentence = (word: string | undefined): boolean => /[.!?:;]["”’)]*$/.test(word ?? '');

/** A few words before the hit, from the start of its sentence where that is near. */
function sentenceStart(words: readonly string[], position: number): number {
  for (let start = position; start > Math.max(0, position - lead - 4); start -= 1)
    if (endsSentence(words[start - 1])) return start;
  return Math.max(0, position - lead);
}

/**
 * For each hit in the stretch, the words around it in its sentence: as many as are needed for the page to have them
 * once. One that stands elsewhere too is left out, since a browser would go to the first place that has it.
 */
function phrases(words: readonly string[], hits: readonly Hit[], from: number, to: number): string[] {
  const page = words.join(' ').toLowerCase();
  const found: string[] = [];
  let used = -1;
  for (const { position } of hits) {
    if (found.length === mostPhrases) break;
    if (position < from || position >= to || position <= used) continue;
    for (const around of [2, 4, 6]) {
      const [start, end] = inSentence(words, position, around, used);
      const text = words
        .slice(start, end + 1)
        .join(' ')
        .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
      const at = page.indexOf(text.toLowerCase());
      if (at === -1 || page.includes(text.toLowerCase(), at + 1)) continue;
      found.push(text);
      used = end;
      break;
    }
  }
  return found;
}

/** The first and last of at most `around` words on each side of one, in its sentence and after `used`. */
function inSentence(words: readonly string[], position: number, around: number, used: number): [number, number] {
  let start = position;
  while (start > position - around && start > used + 1 && !endsSentence(words[start - 1])) start -= 1;
  let end = position;
  while (end < position + around && end + 1 < words.length && !endsSentence(words[end])) end += 1;
  return [start, end];
}

/** Browsers mark the words named after `:~:text=` and scroll to them; those that do not know it use the identifier. */
function fragmentOf(id: string | undefined, texts: readonly string[]): string {
  const escaped = texts.map((text) => `text=${encodeURIComponent(text).replaceAll('-', '%2D')}`).join('&');
  return `#${id ?? ''}${escaped ? `:~:${escaped}` : ''}`;
}
