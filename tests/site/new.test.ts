import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/loaders/read-content.ts';
import { writeNew } from '../../src/commands/write-new.ts';
import { copyOfContent, type ContentCopy } from '../content-copy.ts';
import { project, run, type Outcome } from '../sites.ts';

const day = { SOURCE_DATE_EPOCH: String(Date.parse('2026-11-23') / 1000) };
const make = ({ directory }: ContentCopy, ...args: string[]): Promise<Outcome> =>
  run('new.ts', args, { CONTENT_DIR: directory, ...day });

/** Every file of a folder with its text. */
const filesOf = ({ directory }: ContentCopy): Record<string, string> =>
  Object.fromEntries(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(directory.length + 1), readFileSync(file, 'utf8')]),
  );
/** The files that one folder has and another has not. */
const added = (after: Record<string, string>, before: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(after).filter(([file, text]) => before[file] !== text));

const options = [
  ['--title', 'A ferry for floods'],
  ['--place', 'millford'],
  ['--area', 'readiness,warning'],
  ['--theme', 'tools'],
  ['--group', 'residents'],
  ['--outcome', 'dry-homes'],
  ['--stage', 'piloting'],
  ['--month', '2025-03'],
  ['--factor', 'a-known-place'],
  ['--new-factor', 'Boats nearby'],
  ['--source', 'survey'],
  ['--new-source', 'Ferry study'],
].flat();

/** The same answers at the keyboard: what is asked, and the keys. */
const answers: [asked: string, keys: string][] = [
  ['What was done', 'A ferry for floods\r'],
  ['its file and address', '\r'],
  ['Where was it', '\x1b[B\r'],
  ['mainly about', '\r'],
  ['Which others', ' \r'],
  ['Which themes', '\x1b[B \r'],
  ['Who was involved', ' \r'],
  ['work towards', ' \r'],
  ['How far', '\x1b[B\r'],
  ['Which month', '2025-03\r'],
  ['What was key', ' \r'],
  ['What else was key', 'Boats nearby\r'],
  ['What else was key', '\r'],
  ['come from', ' \r'],
  ['another source', 'Ferry study\r'],
  ['another source', '\r'],
  ['Write ', '\r'],
];

/** Answers at the keyboard, each as it is asked. `last` is done at the first question without an answer. */
function talk(
  { directory }: ContentCopy,
  keys: readonly [string, string][],
  last?: (input: NodeJS.WritableStream) => void,
): Promise<Outcome> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [join(project, 'src/commands/new.ts')], {
      cwd: project,
      env: { ...process.env, CONTENT_DIR: directory, ...day },
    });
    let output = '';
    let seen = 0;
    let step = 0;
    const hear = (data: Buffer): void => {
      output += data.toString();
      const next = keys[step]?.[0] ?? (last ? answers[step]?.[0] : undefined);
      if (next === undefined || !output.slice(seen).includes(next)) return;
      seen = output.length;
      const pressed = keys[step]?.[1];
      step += 1;
      if (pressed === undefined) last?.(child.stdin);
      else child.stdin.write(pressed);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', fail);
    child.on('close', (status) => settle({ status, output }));
  });
}

/** Runs the command, killed just before its `call`th change to a file of content. Gives the signal that ended it. */
function killedAt(call: number, { directory }: ContentCopy): Promise<NodeJS.Signals | null> {
  const killer = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    let calls = 0;
    for (const name of ['writeFileSync', 'linkSync', 'rmSync']) {
      const real = fs[name];
      fs[name] = (path, ...rest) => {
        if (String(path).startsWith(${JSON.stringify(directory)}) && ++calls === ${call}) process.kill(process.pid, 'SIGKILL');
        return real(path, ...rest);
      };
    }
    syncBuiltinESMExports();`;
  return new Promise((settle, fail) => {
    const child = spawn(
      process.execPath,
      [
        ...['--import', `data:text/javascript,${encodeURIComponent(killer)}`],
        ...[join(project, 'src/commands/new.ts'), ...options, '--yes'],
      ],
      { cwd: project, env: { ...process.env, CONTENT_DIR: directory, ...day } },
    );
    child.on('error', fail);
    child.on('close', (_, signal) => settle(signal));
  });
}

/** What an author writes in the place of the hints. */
function filledIn(text: string): string {
  const values: Record<string, string> = { basis: 'expected', status: 'not-needed', year: '2024' };
  const isHint = (line: string): boolean => line.includes('(replace this');
  return text
    .split('\n')
    .filter((line) => !(isHint(line) && line.includes('Take the line out')))
    .map((line) => {
      if (!isHint(line)) return line;
      const [, before = '', key = ''] = /^(\s*(?:- )?(?:([A-Za-z]+): )?)/.exec(line) ?? [];
      return before + (line.includes('themes/') ? 'tools' : (values[key] ?? 'Some plain words.'));
    })
    .join('\n');
}

describe('npm run new', () => {
  it('writes an example with all that options say and the four headings, and a file for each new factor and source', async () => {
    const copy = copyOfContent();
    const before = filesOf(copy);
    const outcome = await make(copy, ...options, '--yes');
    expect(outcome.status, outcome.output).toBe(0);
    const files = added(filesOf(copy), before);
    expect(Object.keys(files)).toEqual([
      'case-studies/a-ferry-for-floods.mdx',
      'factors/boats-nearby.mdx',
      'sources/ferry-study.mdx',
    ]);
    const text = files['case-studies/a-ferry-for-floods.mdx'];
    for (const part of [
      '---\ntitle: A ferry for floods\n',
      '\nplace: millford\npriorityAreas:\n  - readiness\n  - warning\nthemes:\n  - tools\n',
      '\n  - factor: a-known-place\n',
      '\n  - factor: boats-nearby\n',
      '\nsources:\n  - source: survey\n',
      '\n  - source: ferry-study\n',
      '\npublished: 2026-11-23\nreviewBy: 2027-11-23\n---\n\n## What they started from\n',
      '\n## What they did\n',
      '\n## What was hard\n',
      '\n## What came next\n',
    ])
      expect(text).toContain(part);
  });

  it('writes hints that the check and the build refuse, each by its line, and a draft that passes once they are replaced', async () => {
    const copy = copyOfContent();
    await make(copy, ...options, '--yes');
    const { faults } = await readContent(copy.directory, '2026-11-23');
    const hints = Object.entries(filesOf(copy)).flatMap(([file, text]) =>
      text.split('\n').flatMap((line, index) => (line.includes('(replace this') ? [`${file}:${index + 1}`] : [])),
    );
    expect(hints.length).toBeGreaterThan(20);
    expect(faults.map(({ path, line }) => `${path.split('/').slice(-2).join('/')}:${line}`)).toEqual(hints);
    expect(new Set(faults.map(({ rule }) => rule))).toEqual(new Set(['placeholder']));
    const built = await run('build.ts', ['--outDir', join(copy.directory, '../never')], {
      CONTENT_DIR: copy.directory,
    });
    expect(built.status).toBe(1);
    expect(built.output).toContain('a hint stands where you have still to write: (replace this – What changed');

    for (const file of ['case-studies/a-ferry-for-floods.mdx', 'factors/boats-nearby.mdx', 'sources/ferry-study.mdx'])
      copy.write(file, filledIn(copy.read(file)));
    expect((await readContent(copy.directory, '2026-11-23')).faults).toEqual([]);
  });

  it('writes the same files from answers at the keyboard', async () => {
    const [asked, told] = [copyOfContent(), copyOfContent()];
    const outcome = await talk(asked, answers);
    expect(outcome.status, outcome.output).toBe(0);
    expect((await make(told, ...options, '--yes')).status).toBe(0);
    expect(filesOf(asked)).toEqual(filesOf(told));
  });

  it('shows what exists: titles that are near, and how many examples name a factor', async () => {
    const copy = copyOfContent();
    const outcome = await talk(copy, [
      ['What was done', 'Neighbours watching a river\r'],
      ['another than these', '\x1b[C\r'],
      ['What was done', '\x03'],
    ]);
    expect(outcome.output).toContain('Neighbours who watch the river (');
    const factors = await talk(copy, answers.slice(0, 10), (input) => input.end());
    expect(factors.output).toContain('A place that people know: 2 examples name it');
    expect(factors.output).toContain('Training for neighbours: 1 example names it');
  });

  it.each(answers.map(([asked], index) => ({ asked, index })))(
    'leaves nothing behind when it is left at question $index, "$asked"',
    async ({ index }) => {
      const leave = async (how: (input: NodeJS.WritableStream) => void): Promise<void> => {
        const copy = copyOfContent();
        const before = filesOf(copy);
        const outcome = await talk(copy, answers.slice(0, index), how);
        expect(outcome.status).toBe(1);
        expect(outcome.output).toContain('Left. Nothing was written.');
        expect(filesOf(copy)).toEqual(before);
      };
      await Promise.all([leave((input) => input.write('\x03')), leave((input) => input.end())]);
    },
  );

  it('tells all that is wrong with its options at once, and writes nothing', async () => {
    const copy = copyOfContent();
    const before = filesOf(copy);
    const { status, output } = await make(
      copy,
      ...[
        '--titel',
        '--place',
        'milford',
        '--theme',
        'toolz,tools',
        '--month',
        '2999-01',
        '--stage',
        'runing',
        '--yes',
      ],
      ...['--new-factor', 'Training for neighbours', '--title', 'Neighbours who watch the river', 'left', 'over'],
    );
    expect(status).toBe(1);
    for (const part of [
      '--titel is no option. Allowed, the nearest first: --title,',
      '--place "milford" names nothing that is there. Allowed, the nearest first: millford, eastwater.',
      '--theme "toolz" names nothing that is there. Allowed, the nearest first: tools, neighbours.',
      '--month "2999-01" is still to come.',
      '--stage "runing" names nothing that is there. Allowed, the nearest first: running,',
      /--new-factor "Training for neighbours" is the title of .*training\.mdx: use that/,
      /--title "Neighbours who watch the river" is the title of .*river-watch\.mdx/,
      '"left" belongs to no option',
      '--group is missing: ',
      '--source or --new-source is missing.',
      'Nothing was written.',
    ])
      expect(output).toMatch(part);
    expect(filesOf(copy)).toEqual(before);
  });

  it('never writes over a file, and then writes none of the others', async () => {
    const copy = copyOfContent();
    copy.write(
      'case-studies/a-ferry-for-floods.mdx',
      copy.read('case-studies/sandbag-library.mdx').replace('sandbags\n', 'bags\n'),
    );
    const before = filesOf(copy);
    const taken = await make(copy, ...options, '--yes');
    expect(taken.status).toBe(1);
    expect(taken.output).toMatch(/"a-ferry-for-floods" is taken by .*Give another with --slug/s);
    const same = await make(copy, ...options, '--slug', 'river-watch', '--yes');
    expect(same.output).toMatch(/--slug "river-watch" is taken by .*river-watch\.mdx/);
    expect(() =>
      writeNew([
        { file: copy.path('factors/boats-nearby.mdx'), text: 'new' },
        { file: copy.path('case-studies/river-watch.mdx'), text: 'new' },
      ]),
    ).toThrow('is there already');
    expect(filesOf(copy)).toEqual(before);
    expect((await make(copy, ...options, '--slug', 'another-ferry', '--yes')).status).toBe(0);
  });

  it('leaves all of its files or none, after the next command, wherever it is killed while it writes', async () => {
    const left: number[] = [];
    for (let call = 1; left.at(-1) !== -1; call += 1) {
      const copy = copyOfContent();
      const before = filesOf(copy);
      const signal = await killedAt(call, copy);
      const between = Object.keys(added(filesOf(copy), before)).length;
      // Any run puts right what the last one left.
      await make(copy, '--help');
      const files = Object.keys(added(filesOf(copy), before));
      expect([0, 3], `killed at call ${call}`).toContain(files.length);
      expect(files.filter((file) => file.includes('_new-'))).toEqual([]);
      left.push(signal === 'SIGKILL' ? between : -1);
    }
    expect(left.length).toBeGreaterThan(8);
    expect(new Set(left).size).toBeGreaterThan(4);
  });

  it('says all of its options, with what can be chosen, on --help', async () => {
    const { status, output } = await make(copyOfContent(), '--help');
    expect(status).toBe(0);
    for (const option of [...options.filter((one) => one.startsWith('--')), '--slug', '--yes', '--help'])
      expect(output).toContain(`  ${option}`);
    expect(output).toContain('Allowed: eastwater, millford.');
  });
});
