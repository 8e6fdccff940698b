/**
 * `node tests/bench/make-content.ts DIR COUNT [SEED]`: writes a whole folder of content with COUNT made-up case
 * studies, to see how the site does with many. The same count and seed give the same bytes. No word means anything.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { bases, stages } from '../../src/schemas/case-study.ts';
import { signs } from '../../src/schemas/drawing.ts';
import { caseStudySections } from '../../src/schemas/sections.ts';
import { prose } from './words.ts';

const sizes = {
  areas: 6,
  themes: 9,
  places: 150,
  regions: 9,
  kinds: 4,
  factors: 60,
  terms: 20,
  groups: 8,
  outcomes: 4,
};
/** About how many words stand under each of the four headings of a body. */
const sectionWords = 130;

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** The day so many days after the first of 2025, so that every one has passed. */
const day = (after: number): string => new Date(Date.UTC(2025, 0, 1 + after)).toISOString().slice(0, 10);

/** Writes the folder, in the place of what stood there. */
export function makeContent(directory: string, count: number, seed = 1): void {
  const { number, pick, some, made, phrase, sentence } = prose(seed);
  rmSync(directory, { recursive: true, force: true });
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), text);
  };
  const yaml = (data: unknown): string => stringify(data, { lineWidth: 0 });
  const entry = (file: string, data: object, body = ''): void =>
    write(`${file}.mdx`, `---\n${yaml(data)}---\n${body && `\n${body}\n`}`);

  const taken = new Set<string>();
  /** A title that no other has, and the slug that goes with it. */
  const named = (make: () => string): { slug: string; title: string } => {
    for (;;) {
      const title = make();
      const slug = title.toLowerCase().split(' ').slice(0, 6).join('-');
      if (taken.has(slug)) continue;
      taken.add(slug);
      return { slug, title };
    }
  };
  const label = () => named(() => capital(`${made()} ${made()}`));
  const slugsOf = (items: readonly { slug: string }[]): string[] => items.map(({ slug }) => slug);

  const sources = times(3, label);
  const [areas, themes, factors] = [
    times(sizes.areas, label),
    times(sizes.themes, label),
    times(sizes.factors, () => named(() => capital(`${made()} ${phrase(3, 60).toLowerCase()}`))),
  ];
  const places = times(sizes.places, () => named(() => capital(made(true)) + made(true)));
  const terms = times(sizes.terms, (index) => ({
    ...named(() => `${made(true)} ${made(true)}`),
    // Three capitals, no two terms with the same.
    abbreviation: index % 2 ? `${String.fromCharCode(66 + index)}Q${String.fromCharCode(70 + index)}` : undefined,
  }));
  const vocabulary = (size: number, more: (index: number) => object = () => ({})) =>
    times(size, (index) => ({ ...label(), ...more(index) }));
  const groups = vocabulary(sizes.groups);
  const outcomes = vocabulary(sizes.outcomes);
  const kinds = vocabulary(sizes.kinds, () => ({ summary: sentence(12, 200) }));
  const regions = vocabulary(sizes.regions, (index) => ({
    code: `R${index + 1}`,
    column: 1 + (index % 3),
    row: 1 + Math.floor(index / 3),
  }));
  for (const [file, list] of Object.entries({ groups, outcomes, 'authority-kinds': kinds, regions }))
    write(`vocabularies/${file}.yaml`, yaml(list));

  const citation = () => ({ source: pick(sources).slug, where: `Part ${1 + number(9)}` });
  const paragraph = (sentences: number, topic?: readonly string[]): string =>
    times(sentences, () => sentence(6 + number(14), 400, topic)).join(' ');

  for (const { slug, title } of sources)
    entry(`sources/${slug}`, {
      title,
      shortTitle: title,
      authors: [`${capital(made())}, ${capital(made()).charAt(0)}.`],
      publisher: phrase(3, 100),
      year: 2010 + number(14),
      licence: 'Made up: use it as you like.',
    });
  for (const [index, { slug, title }] of areas.entries())
    entry(
      `priority-areas/${slug}`,
      {
        title: `${title} ${made()}`,
        shortTitle: title.slice(0, 30).trimEnd(),
        summary: sentence(16, 210),
        aim: sentence(20, 400),
        order: index + 1,
        colour: index + 1,
        sign: signs[index % signs.length],
        sources: [citation()],
      },
      `## ${phrase(3, 60)}\n\n${paragraph(6)}`,
    );
  for (const [index, { slug, title }] of themes.entries())
    entry(`themes/${slug}`, { title, summary: sentence(16, 210), order: index + 1, origin: 'editorial' }, paragraph(8));
  for (const { slug, title } of factors)
    entry(
      `factors/${slug}`,
      { title, summary: sentence(16, 210), themes: some(slugsOf(themes), 1 + number(2)) },
      `## ${phrase(3, 60)}\n\n${paragraph(8)}`,
    );
  for (const [index, { slug, title }] of places.entries())
    entry(
      `places/${slug}`,
      {
        title,
        summary: sentence(16, 210),
        region: regions[index % regions.length]?.slug,
        authorities: times(index % 10 ? 1 : 2, (own) => ({
          name: own ? `${title} ${capital(made())}` : title,
          code: `E${10_000 + 2 * index + own}`,
          kind: pick(kinds).slug,
        })),
        priorityAreas: some(slugsOf(areas), 1 + number(3)),
        sources: [citation()],
      },
      paragraph(6),
    );
  for (const { slug, title, abbreviation } of terms)
    entry(`glossary/${slug}`, { title, abbreviation, summary: sentence(16, 210) });
  const about = named(() => 'About this site');
  entry(`pages/${about.slug}`, { title: about.title, summary: 'What this made-up site is for.' }, paragraph(6));

  for (const kind of ['role', 'problem']) {
    const { slug, title } = label();
    const steps = some(slugsOf(factors), 3).map((factor) => ({ to: `factors/${factor}`, why: sentence(8, 100) }));
    entry(`problems/${slug}`, { title, summary: sentence(12, 180), kind, order: 1, steps });
  }

  const examples = times(count, () => named(() => phrase(5 + number(4), 88)));
  for (const [index, { slug, title }] of examples.entries()) {
    const topic = times(10, () => made(true));
    // Each factor has an example, however few there are.
    const own = slugsOf(factors).filter((_, at) => at % count === index);
    const keyFactors = [...new Set([...own, ...some(slugsOf(factors), 3 + number(3))])];
    const earlier = index > 0 && index % 3 === 0 ? examples[number(index)] : undefined;
    const place = places[Math.min(number(sizes.places), number(sizes.places))];
    const link = (): string => {
      const to = pick([`factors/${pick(keyFactors)}`, `places/${place?.slug}`, `examples/${pick(examples).slug}`]);
      return `${sentence(6, 90).slice(0, -1)} [${phrase(3, 40).toLowerCase()}](/${to}/).`;
    };
    const mention = (): string => {
      const { title: term, abbreviation } = pick(terms);
      return `${phrase(4, 60)} ${abbreviation ?? term} ${phrase(4, 60).toLowerCase()}.`;
    };
    const list = (): string => times(3, () => `- ${sentence(8, 200, topic)}`).join('\n');
    const section = (heading: string): string =>
      [
        `## ${heading}`,
        paragraph(Math.round(sectionWords / 26), topic),
        heading === caseStudySections[1] ? list() : '',
        `${paragraph(Math.round(sectionWords / 36), topic)} ${number(2) ? link() : mention()}`,
      ]
        .filter(Boolean)
        .join('\n\n');
    const published = number(600);
    entry(
      `case-studies/${slug}`,
      {
        title,
        summary: sentence(18, 210, topic),
        inShort: times(3, () => sentence(9, 150, topic)),
        place: place?.slug,
        priorityAreas: some(slugsOf(areas), 1 + number(2)),
        themes: some(slugsOf(themes), 1 + number(3)),
        groups: some(slugsOf(groups), 1 + number(3)),
        outcomes: some(slugsOf(outcomes), 1 + number(2)),
        stage: pick(stages),
        asOf: `${2010 + number(15)}-${String(1 + number(12)).padStart(2, '0')}`,
        keyFactors: keyFactors.map((factor) => ({ factor, meant: sentence(12, 280, topic) })),
        changes: times(2, () => {
          const basis = pick(bases);
          return {
            claim: sentence(12, 280, topic),
            basis,
            by: basis === 'reported' ? phrase(3, 100).toLowerCase() : undefined,
            ...(basis === 'measured' ? { figure: `${1 + number(99)}%`, sample: `${20 + number(400)} people` } : {}),
            ...citation(),
          };
        }),
        sources: [citation()],
        related: earlier ? [{ example: earlier.slug, reason: sentence(12, 190, topic) }] : undefined,
        disclosure: {
          names: 'Nobody is named.',
          quotations: 'Nobody is quoted.',
          pictures: 'There are no pictures.',
          consent: { status: 'not-needed', how: 'All of it is made up.' },
        },
        published: day(published),
        reviewBy: day(published + 365),
      },
      caseStudySections.map(section).join('\n\n'),
    );
  }

  write(
    'site.yaml',
    yaml({
      name: 'Made-up examples',
      tagline: 'A site of made-up examples, to see how it does with many',
      summary: 'Nothing here means anything.',
      language: 'en-GB',
      address: 'https://scale.example.org/',
      publisher: 'Nobody',
      contact: { email: 'nobody@example.org', purpose: 'There is nothing to write about.' },
      licence: { name: 'None needed', url: 'https://example.org/licence/', credit: 'Made up.' },
      notice: { title: 'Made up', text: 'This example is made up.' },
      featured: examples[0]?.slug,
      navigation: [
        { label: 'Examples', to: 'examples' },
        { label: 'Areas', to: 'priority-areas' },
        { label: 'Themes', to: 'themes' },
        { label: 'Places', to: 'places' },
      ],
      footer: [{ label: about.title, to: about.slug }],
    }),
  );
}

if (import.meta.main) {
  const [directory, count, seed = '1'] = process.argv.slice(2);
  if (directory === undefined || !/^[1-9]\d*$/.test(count ?? '') || !/^\d+$/.test(seed)) {
    console.error('Usage: node tests/bench/make-content.ts DIR COUNT [SEED]');
    process.exitCode = 1;
  } else {
    makeContent(directory, Number(count), Number(seed));
    console.log(`Wrote ${count} made-up examples to ${directory}`);
  }
}
