/**
 * `node tests/scale/weights.ts FEW MANY`: prints how much the heaviest page of each template weighs in two built
 * sites, one of few examples and one of many, and the ratio of the heaviest of all. With one folder, only its own.
 */
import { resolve } from 'node:path';
import { templatesOf, type Template } from './templates.ts';

/** The most that the heaviest page of the larger site may weigh, in terms of the heaviest of the smaller. */
export const mostGrowth = 1.05;

const sites = process.argv.slice(2).map((directory) => templatesOf(resolve(directory)));
if (sites.length === 0 || sites.length > 2) throw new Error('Name the folders of one built site or two.');
const heaviest = (site: readonly Template[]) =>
  site
    .flatMap(({ pages }) => pages.slice(0, 1))
    .reduce((most, page) => (page.gzip > most.gzip ? page : most), { address: '', gzip: 0, raw: 0 });
const names = [...new Set(sites.flatMap((site) => site.map(({ name }) => name)))].sort();
const rows = names.map((name) => {
  const own = sites.map((site) => site.find((template) => template.name === name));
  const weights = own.map((template) => template?.pages[0]?.gzip ?? 0);
  return {
    template: name,
    pages: own.map((template) => template?.pages.length ?? 0).join(' → '),
    'heaviest, gzip': weights.join(' → '),
    ratio: weights[1] === undefined ? '' : ((weights[1] ?? 0) / (weights[0] ?? 0)).toFixed(2),
    'the heaviest': own.at(-1)?.pages[0]?.address ?? '',
  };
});
console.table(rows);
const most = sites.map(heaviest);
for (const [index, { address, gzip, raw }] of most.entries())
  console.log(
    `${process.argv[2 + index] ?? ''}: the heaviest is /${address} with ${gzip} bytes of gzip (${raw} bytes raw)`,
  );
const [few, many] = most;
if (few && many) {
  const ratio = many.gzip / few.gzip;
  console.log(`Ratio of the heaviest: ${ratio.toFixed(3)}, at most ${mostGrowth}.`);
  if (ratio > mostGrowth) process.exitCode = 1;
}
