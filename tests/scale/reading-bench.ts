/**
 * `node tests/scale/reading-bench.ts DIR [PART]`: measures how a built site reads on a slow phone, one page of each
 * template (the heaviest), and how its search answers. PART measures only the templates whose names hold it.
 *
 * The phone has 360 by 740 points at three pixels each and a quarter of this computer's speed. The network is slow 4G
 * as Lighthouse has it: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up, added to each request by the browser.
 * Pages come compressed, over HTTP/1.1, and nothing is in the cache. Each figure is the median of three visits. Of what
 * other work on this computer delays, the least of the three stands beside it, in brackets.
 */
import { resolve } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { preview } from 'astro';
import { browserPath } from '../browser-path.ts';
import { questionsFor } from './asked.ts';
import { templatesOf } from './templates.ts';

const directory = resolve(process.argv[2] ?? 'dist');
const part = process.argv[3] ?? '';
const port = 4590;
const site = `http://localhost:${port}/`;
const visits = 3;
const slowdown = 4;
const slow4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** What a visit told; times in milliseconds. */
interface Visit {
  firstPaint: number;
  largestPaint: number;
  shift: number;
  /** The longest task until the page had come, and the longest from then on. */
  loading: number;
  reading: number;
  tap: number;
  heap: number;
  nodes: number;
}

interface Seen {
  paint: number;
  largest: number;
  shift: number;
  shifted: string[];
  tap: number;
}

/** Begins to watch before anything of the page is there. */
function watchPage(): void {
  const seen: Seen = { paint: 0, largest: 0, shift: 0, shifted: [], tap: 0 };
  Object.assign(window, { seen });
  const on = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  on('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.paint = startTime;
  });
  on('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
  on('layout-shift', (entry) => {
    const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node?: Node }[];
    };
    if (hadRecentInput) return;
    seen.shift += value;
    for (const { node } of sources) {
      const element = node instanceof Element ? node : node?.parentElement;
      if (element) seen.shifted.push(element.outerHTML.slice(0, 60));
    }
  });
  on(
    'event',
    (entry) => {
      const { interactionId, duration } = entry as PerformanceEntry & { interactionId: number };
      if (interactionId) seen.tap = Math.max(seen.tap, duration);
    },
    { durationThreshold: 16 },
  );
}

const seenOn = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as { seen: Seen }).seen);
const pause = (milliseconds: number): Promise<void> => new Promise((settle) => setTimeout(settle, milliseconds));

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  dur?: number;
  args: { beginData?: { url?: string } };
}

/** Begins to note the tasks of the page; what it gives ends that, and tells the longest in milliseconds. */
async function noteTasks(client: CDPSession, threads: Set<string>): Promise<() => Promise<number>> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { value: object[] }): void => void events.push(...(value as TraceEvent[]));
  client.on('Tracing.dataCollected', take);
  const includedCategories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];
  await client.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  return async () => {
    const complete = new Promise<void>((settle) => client.once('Tracing.tracingComplete', () => settle()));
    await client.send('Tracing.end');
    await complete;
    client.off('Tracing.dataCollected', take);
    // The browser has pages of its own: the thread of this one is that which reads its HTML.
    for (const { name, pid, tid, args } of events)
      if (name === 'ParseHTML' && args.beginData?.url?.startsWith(site)) threads.add(`${pid}:${tid}`);
    const tasks = events.filter(({ name, pid, tid }) => name === 'RunTask' && threads.has(`${pid}:${tid}`));
    return tasks.reduce((most, { dur = 0 }) => Math.max(most, dur / 1000), 0);
  };
}

/** A page of a phone that has been nowhere yet, and its end. */
async function phone(browser: Browser) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 3,
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Performance.enable');
  await client.send('Network.emulateNetworkConditions', slow4G);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const threads = new Set<string>();
  return { page, client, tasks: () => noteTasks(client, threads), close: () => context.close() };
}

/** Waits until the page and its font have come and nothing is drawn any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await pause(300);
}

/** Goes down the page to its end as a thumb does. */
async function scrollToEnd(client: CDPSession, height: number): Promise<void> {
  for (let at = 0; at < height; at += 600)
    await client.send('Input.synthesizeScrollGesture', {
      x: 180,
      y: 680,
      yDistance: -600,
      speed: 3000,
      gestureSourceType: 'touch',
    });
}

/** The middle of the first thing in sight that fits `selector`; a link that is tapped leads nowhere this time. */
const middleOf = (page: Page, selector: string): Promise<{ x: number; y: number }> =>
  page.evaluate((fitting) => {
    document.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
    });
    const inSight = [...document.querySelectorAll(fitting)]
      .map((element) => element.getBoundingClientRect())
      .find(({ top, height, bottom }) => height > 0 && top > 0 && bottom < window.innerHeight);
    return inSight ? { x: inSight.x + inSight.width / 2, y: inSight.y + inSight.height / 2 } : { x: 180, y: 400 };
  }, selector);

/** A tap as the browser sees it: what finds the place on the page would itself be a task of the page. */
async function tapAt(client: CDPSession, point: { x: number; y: number }): Promise<void> {
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await pause(60);
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

async function visit(browser: Browser, address: string): Promise<Visit & { shifted: string[] }> {
  const { page, client, tasks, close } = await phone(browser);
  try {
    const loaded = await tasks();
    await page.goto(address);
    await settled(page);
    const loading = await loaded();
    // A tap ends the telling of the largest paint, so that is read first.
    const { paint, largest } = await seenOn(page);
    const first = await middleOf(page, 'main summary, main label, header nav a');
    const height = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    const read = await tasks();
    await tapAt(client, first);
    // What moves within half a second of a tap is its answer.
    await pause(700);
    await scrollToEnd(client, height);
    await pause(300);
    const reading = await read();
    const { shift, shifted, tap } = await seenOn(page);
    await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client.send('Performance.getMetrics');
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    return { firstPaint: paint, largestPaint: largest, shift, loading, reading, tap, heap, nodes, shifted };
  } finally {
    await close();
  }
}

interface Answered {
  /** Until the first results were shown, and until all and the counts were. */
  first: number;
  all: number;
  /** The longest task meanwhile. */
  task: number;
  shift: number;
}

/** Asks a question on the search page of a phone that has been nowhere yet. */
async function ask(browser: Browser, address: string, question: string): Promise<Answered> {
  const { page, client, tasks, close } = await phone(browser);
  try {
    const opened = await tasks();
    await page.goto(address);
    await page.locator('#results li').first().waitFor();
    await page.locator('#filters:not([aria-busy])').waitFor();
    await settled(page);
    await opened();
    const before = (await seenOn(page)).shift;
    await page.evaluate((text) => {
      const input = document.querySelector<HTMLInputElement>('#q');
      if (input) input.value = text;
    }, question);
    const button = await middleOf(page, '.query button');
    const asked = await tasks();
    const times = page.evaluate(async () => {
      const results = document.querySelector('#results')!;
      const first = results.firstElementChild;
      const filters = document.querySelector('#filters')!;
      const when = (target: Element, options: MutationObserverInit, done: () => boolean): Promise<number> =>
        new Promise((settle) => {
          new MutationObserver((_, observer) => {
            if (!done()) return;
            observer.disconnect();
            settle(performance.now());
          }).observe(target, options);
        });
      const began = new Promise<number>((settle) =>
        document.addEventListener('pointerup', ({ timeStamp }) => settle(timeStamp), { once: true }),
      );
      const shown = when(results, { childList: true }, () => !results.contains(first));
      let busy = false;
      const all = when(filters, { attributes: true }, () => {
        busy ||= filters.hasAttribute('aria-busy');
        return busy && !filters.hasAttribute('aria-busy');
      });
      return { began: await began, shown: await shown, all: await all };
    });
    await tapAt(client, button);
    const { began, shown, all } = await times;
    await pause(300);
    const task = await asked();
    return { first: shown - began, all: all - began, task, shift: (await seenOn(page)).shift - before };
  } finally {
    await close();
  }
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const rounded = (value = 0): number => Math.round(value);
const spread = (list: readonly number[]): string => `${rounded(median(list))} (${rounded(Math.min(...list))})`;

const times = async <T>(count: number, make: () => Promise<T>): Promise<T[]> => {
  const all: T[] = [];
  while (all.length < count) all.push(await make());
  return all;
};

/**
 * How much longer the same sum takes at its median than at its fastest: 1 where nothing else runs on this computer. Far
 * above that, the figures tell of what else it did.
 */
function disturbance(): string {
  const takes = Array.from({ length: 60 }, () => {
    const began = performance.now();
    for (let sum = 0, index = 0; index < 10_000_000; index += 1) sum += index;
    return performance.now() - began;
  });
  return `A sum takes ${(median(takes) / Math.min(...takes)).toFixed(2)} times its shortest time, at worst ${(Math.max(...takes) / Math.min(...takes)).toFixed(2)} times.`;
}

const templates = templatesOf(directory).filter(({ name }) => name.includes(part));
const server = await preview({ outDir: directory, server: { port }, logLevel: 'error' });
const browser = await chromium.launch({
  executablePath: browserPath(),
  args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  console.log(disturbance());
  // The first page that a browser opens is slow for reasons of its own.
  await visit(browser, site);
  const rows: object[] = [];
  for (const { name, pages } of templates) {
    const { address = '', gzip = 0 } = pages[0] ?? {};
    const seen = await times(visits, () => visit(browser, site + address));
    const of = (key: 'firstPaint' | 'largestPaint' | 'shift' | 'loading' | 'reading' | 'tap' | 'heap' | 'nodes') =>
      seen.map((one) => one[key]);
    rows.push({
      template: name,
      gzip,
      'first paint': spread(of('firstPaint')),
      'largest paint': spread(of('largestPaint')),
      shift: Number(Math.max(...of('shift')).toFixed(4)),
      'task, loading': spread(of('loading')),
      'task, reading': spread(of('reading')),
      tap: spread(of('tap')),
      'heap, kB': rounded(median(of('heap')) / 1024),
      elements: median(of('nodes')),
    });
    const shifted = new Set(seen.flatMap((one) => one.shifted));
    console.log(name);
    if (shifted.size) console.log(`${name}: ${[...shifted].slice(0, 6).join('\n  ')}`);
  }
  console.table(rows);
  if (templates.some(({ name }) => name === 'search')) {
    const answers: object[] = [];
    for (const [words, questions] of questionsFor(directory)) {
      const seen: Answered[] = [];
      for (const question of questions.slice(0, visits)) seen.push(await ask(browser, `${site}search/`, question));
      answers.push({
        words,
        'first results': spread(seen.map(({ first }) => first)),
        'all and counts': spread(seen.map(({ all }) => all)),
        'longest task': spread(seen.map(({ task }) => task)),
        shift: Number(Math.max(...seen.map(({ shift }) => shift)).toFixed(4)),
      });
    }
    console.table(answers);
  }
  console.log(disturbance());
} finally {
  await browser.close();
  await server.stop();
}
