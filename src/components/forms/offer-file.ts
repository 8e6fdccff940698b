/** What is made of the answers: the file for the team, the text to read, the message. */
import { hiddenPattern } from '../../schemas/hidden.ts';

/** A part of the text, under a heading. */
export interface WrittenPart {
  heading: string;
  level: number;
  text: string;
}

const hidden = new RegExp(hiddenPattern.source, 'gu');

/** What somebody wrote, without what nobody sees. */
export const plain = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(hidden, '')
    .trim();

/** The same on one line. */
export const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ');

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A month as people write it, such as March 2026 or 3/2026, as 2026-03; what is none comes back as it is. */
export function monthOf(text: string): string {
  const [, word = '', year] = /^([a-z]+|\d\d?)[\s/.,-]+(\d{4})$/i.exec(text.trim()) ?? [];
  if (year === undefined) return text;
  const number = /\d/.test(word) ? Number(word) : months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : text;
}

const listMark = /^(?:[-+*•·▪●◦‣○□\uf0b7]\s+|[•·▪●◦‣○□\uf0b7])/;
const numberMark = /^(\d{1,2})[.)]\s+/;

/** A line as Markdown that says the same: the marks of a list stay, all other signs are the signs themselves. */
function lineOf(line: string): string {
  const mark = listMark.test(line) ? '- ' : (numberMark.exec(line)?.[0].replace(/\D+$/, '. ') ?? '');
  const words = line
    .replace(mark ? (mark === '- ' ? listMark : numberMark) : '', '')
    .replace(/[\\`*_~<>{}[\]|]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^(?=[#=+-])/, '\\')
    .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\')
    .replace(/^(?:import|export)\b/, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);
  return mark + words;
}

/** Plain words as the body of a content file: each line a paragraph, or an item of a list. */
export function proseOf(text: string): string {
  const lines = plain(text)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .map(lineOf);
  const isItem = (line: string | undefined): boolean => /^(?:- |\d{1,2}\. )/.test(line ?? '');
  return lines
    .map((line, index) => (index === 0 ? '' : isItem(line) && isItem(lines[index - 1]) ? '\n' : '\n\n') + line)
    .join('');
}

/** The name of the file, from the first words of the title. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[’'\u0300-\u036f]/g, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  let slug = '';
  for (const word of words ?? []) {
    const longer = slug ? `${slug}-${word}` : word;
    if (longer.length <= 60 && /^[a-z]/.test(longer)) slug = longer;
  }
  return slug || 'an-example';
}

/** YAML of keys, lists and texts. A text is written as JSON, which is YAML whatever signs are in it. */
function yamlOf(value: unknown, indent = ''): string {
  const within = (one: unknown): string => yamlOf(one, `${indent}  `);
  if (Array.isArray(value)) return value.map((one) => `\n${indent}- ${within(one).trimStart()}`).join('');
  if (typeof value !== 'object' || value === null) return ` ${JSON.stringify(value)}`;
  return Object.entries(value)
    .map(([key, one]) => `\n${indent}${key}:${within(one)}`)
    .join('');
}

/** Both days as the file has them: today, and a year later. */
function days(now: Date): { published: string; reviewBy: string } {
  const later = new Date(now);
  later.setUTCFullYear(now.getUTCFullYear() + 1);
  return { published: now.toISOString().slice(0, 10), reviewBy: later.toISOString().slice(0, 10) };
}

/**
 * The file for the team: a draft, as every example begins. `others` are the answers that are in no list; each is a note
 * at the end of the keys.
 */
export function fileOf(
  values: Readonly<Record<string, unknown>>,
  parts: readonly WrittenPart[],
  others: readonly string[],
  now: Date,
): string {
  const keys = yamlOf({ ...values, ...days(now), draft: true });
  const notes = others.map((other) => `\n# ${other}`).join('');
  const body = parts.map(({ heading, level, text }) => `${'#'.repeat(level)} ${heading}\n\n${proseOf(text)}\n`);
  return `---${keys}${notes}\n---\n\n${body.join('\n')}`;
}

/** The address of a message to the team. Mail programs cut long ones, so the answers go with it as a file. */
export function messageTo(address: string, title: string, file: string): string {
  const subject = `An example to offer: ${title}`;
  const body = [
    'Dear team,',
    `I would like to offer an example: ${title}.`,
    `The file ${file} is attached. (Please attach it before you send this, or paste the text here.)`,
  ].join('\n\n');
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}
