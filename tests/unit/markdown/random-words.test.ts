/** Bodies of all that Markdown has, made of words that are there once: each word is on the page, or a fault tells of it. */
import { expect, it } from 'vitest';
import { readBody } from '../../../src/markdown/body.ts';
import { pageIds } from '../../../src/markdown/heading-ids.ts';
import { pageText, termIndex } from '../../../src/markdown/page-text.ts';
import { renderBody } from '../../../src/markdown/processor.ts';
import { bodyOf, wholeBody } from '../../../src/markdown/sections.ts';
import { bodySections } from '../../../src/library/views/body.ts';
import { caseStudySections } from '../../../src/schemas/sections.ts';
import { sectionFaults } from '../../../src/validation/body-checks.ts';
import { chance } from '../../bench/words.ts';
import { htmlTree } from '../../html-tree.ts';
import { asPage } from '../../mdx-page.ts';

/** Bodies to try: `BODIES=20000 npx vitest …` for more than the suite has time for. */
const many = Number(process.env['BODIES'] ?? 500);
const text = pageText(termIndex([]));

/** A body, and whether it is that of an example. */
function makeBody(seed: number): { body: string; isExample: boolean } {
  const next = chance(seed);
  let count = 0;
  const isExample = next() < 0.5;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const word = (): string => `q${(count += 1)}z`;
  const some = (least: number, most: number, make: () => string): string[] =>
    Array.from({ length: least + Math.floor(next() * (most - least + 1)) }, make);
  /** Whether it holds what a page would not show. */
  const isFlawed = next() < 0.4;
  const flaw = (): boolean => isFlawed && next() < 0.2;
  const notes = new Set<string>();
  const addresses = new Set<string>();
  const nameIn = (names: Set<string>): string => {
    const name = pick(['1', '2', 'a', '1-2', '2']);
    if (!flaw()) names.add(name);
    return name;
  };
  const inline = (depth = 0): string => {
    const inner = (): string => (depth < 2 ? inline(depth + 1) : word());
    const linked = (): string => (flaw() ? inner() : pick([word, () => `**${word()}**`, () => `\`${word()}\``])());
    return pick<() => string>([
      word,
      word,
      word,
      () => `*${inner()}*`,
      () => `**${inner()}**`,
      () => `~~${inner()}~~`,
      () => `\`${word()} {x} <b>\``,
      () => `[${linked()}](/about/)`,
      () => `[${linked()}](https://example.org/a_(b)${flaw() ? ` "${word()}"` : ''})`,
      () => `[${linked()}][${nameIn(addresses)}]`,
      () => `${word()}[^${nameIn(notes)}]`,
      () => `${word()}[^${nameIn(notes)}]`,
      () => `${word()}\\\n${word()}`,
      () => `${word()}  \n${word()}`,
      () => `${word()} &amp; ${word()} &copy; \\*${word()}\\* \\<${word()}`,
      () => (flaw() ? `<Note>${word()}</Note>` : word()),
      () => `https://example.org/${word()}`,
      () => `"${word()}" -- '${word()}'...`,
    ])();
  };
  const words = (least = 1, most = 3): string => some(least, most, () => inline()).join(' ');
  const row = (cells: number): string =>
    `| ${some(cells, cells, () => words(0, 1).replaceAll('\n', ' ')).join(' | ')} |`;
  const indented = (block: string, sign: string, rest: string): string =>
    block
      .split('\n')
      .map((line, index) => (index ? rest : sign) + line)
      .join('\n');
  const block = (depth = 0): string => {
    const inner = (): string => some(1, 3, () => block(depth + 1)).join('\n\n');
    return pick<() => string>([
      words,
      words,
      () =>
        `### ${pick(['', 'Main ', 'Source ', 'Footnote label', '!?', 'Main', '1'])}${words(0, 2).replaceAll('\n', ' ')}`,
      () =>
        isExample && !flaw() ? words() : `## ${pick(['Related ', 'Contents', ''])}${words(0, 1).replaceAll('\n', ' ')}`,
      () => some(1, 3, () => `- ${pick(['', '[x] ', '[ ] '])}${words()}`).join('\n'),
      () => some(1, 3, () => `${flaw() ? 7 : 1}. ${words()}`).join('\n'),
      () => (depth < 3 ? indented(inner(), '- ', '  ') : words()),
      () => (depth < 3 ? indented(inner(), '1. ', '   ') : words()),
      () => (depth < 3 ? indented(inner(), '> ', '> ') : words()),
      () => (depth < 3 ? `<Note${pick(['', ` title="${word()}"`, ' title=""'])}>\n\n${inner()}\n\n</Note>` : words()),
      () => `<Note title="${word()}">${words(1, 2)}</Note>`,
      () => {
        const cells = pick([1, 2, 3]);
        const ruler = `|${some(cells, cells, () => pick([' - ', ' :- ', ' -: ', ' :-: '])).join('|')}|`;
        return [
          row(cells),
          ruler,
          ...some(0, 3, () => row(pick([cells, cells, cells - 1, flaw() ? cells + 1 : cells]))),
        ].join('\n');
      },
      () => `\`\`\`${flaw() ? `js ${word()}` : ''}\n${word()} {a} <b>\n\n${word()}\n\`\`\``,
      () => `    ${word()}\n`,
      () => '---',
      () => '***',
    ])();
  };
  const note = (name: string): string => indented(block(2), `[^${name}]: `, '    ');
  const address = (name: string): string => `[${name}]: https://example.org/ ${flaw() ? `"${word()}"` : ''}`;
  const blocks = (least: number): string => some(least, 4, () => block()).join('\n\n');
  const part = (title: string): string => `## ${title}\n\n${words()}\n\n${blocks(0)}`;
  const body = isExample ? [...(flaw() ? [words()] : []), ...caseStudySections.map(part)] : [blocks(1)];
  // A note may hold another one.
  for (const name of notes) body.push(note(name));
  for (const name of addresses) body.push(address(name));
  if (flaw()) body.push(pick([note, address])(pick(['1', 'b'])));
  return { body: body.join('\n\n'), isExample };
}

it(`of ${many} bodies, each has all of its words on a page that is whole, or is refused`, async () => {
  let [refused, passed] = [0, 0];
  for (let seed = 1; seed <= many; seed += 1) {
    const { body, isExample } = makeBody(seed);
    const { tree, faults } = readBody(body);
    if (!tree || (isExample && sectionFaults('a.mdx', tree, body).length)) {
      expect(tree ? 1 : faults.length, body).toBeGreaterThan(0);
      refused += 1;
      continue;
    }
    passed += 1;
    const cut = bodyOf(renderBody(structuredClone(tree)));
    const { start, did, after } = bodySections(text, { body: cut });
    const html = isExample
      ? [start(), did(), ...after()].map((part) => `<h2 id="${part?.id}">${part?.title}</h2>${part?.html}`).join('')
      : text.html(wholeBody(cut));
    const page = htmlTree(html);
    expect(
      [page.faults, page.ids.filter((id) => id !== 'footnote-label' && (pageIds as readonly string[]).includes(id))],
      `${seed}\n${body}\n${html}`,
    ).toEqual([[], []]);
    const written = body.match(/q\d+z/g) ?? [];
    expect(page.text.match(/q\d+z/g)?.sort() ?? [], `${seed}\n${body}\n${html}`).toEqual(written.sort());
    if (seed % 25) continue;
    const code = await asPage(body);
    expect(
      written.filter((one) => !code.includes(one)),
      body,
    ).toEqual([]);
  }
  if (process.env['BODIES']) console.log({ refused, passed });
  expect(Math.min(refused, passed)).toBeGreaterThan(many / 10);
}, 600_000);
