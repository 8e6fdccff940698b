/** On each page while one writes: a strip that leads to what the check has to say, as soon as it has. */
export const path = '/check/';
export const event = 'content:checked';
/** Where the server finds this file. */
export const checkScript = '/src/editor/dev-check-page.ts';

export interface Counts {
  faults: number;
  questions: number;
}

const counted = (count: number, one: string): string[] => (count ? [`${count} ${one}${count === 1 ? '' : 's'}`] : []);

function show({ faults, questions }: Counts): void {
  document.getElementById('dev-check')?.remove();
  const said = [...counted(faults, 'fault'), ...counted(questions, 'question')].join(' and ');
  if (said === '') return;
  const strip = document.createElement('p');
  strip.id = 'dev-check';
  strip.setAttribute('role', 'status');
  strip.style.cssText = 'margin:0;padding:.5rem 1rem;background:#fff3bf;color:#1d1d1b;font-weight:bold';
  const link = document.createElement('a');
  link.href = `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;
  link.style.color = 'inherit';
  link.textContent = 'See what to do';
  strip.append(`The check has ${said}. `, link);
  document.body.prepend(strip);
}

if (typeof document !== 'undefined' && import.meta.env.DEV) {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  // It stands at any address until there is a site to show.
  const isOwn = document.body.id === 'check';
  import.meta.hot?.on(event, (counts: Counts) => (isOwn ? location.reload() : show(counts)));
  if (!isOwn) void fetch(`${base}${path}counts.json`).then(async (given) => show((await given.json()) as Counts));
}
