/** Reads the answers from the page. */
import { monthOf, oneLine, plain, type WrittenPart } from './offer-file.ts';

export interface Fault {
  question: HTMLElement;
  /** Where it is mended. */
  control: HTMLElement;
  message: string;
}

export interface Answers {
  /** By the keys of the file. */
  values: Record<string, unknown>;
  parts: WrittenPart[];
  /** The same in plain words: a paragraph for each question. */
  words: string[];
  /** What was described since it is in no list. */
  others: string[];
  faults: Fault[];
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controlsIn = (within: HTMLElement): Control[] => [...within.querySelectorAll<Control>('input, textarea, select')];

/** The questions right within a part of the page, and not within one of those. */
const questionsIn = (within: HTMLElement): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>('[data-key]')].filter(
    (question) => question.parentElement?.closest('#questions, [data-key], .item') === within,
  );

export const itemsIn = (question: HTMLElement): HTMLElement[] => [
  ...question.querySelectorAll<HTMLElement>(':scope > .item'),
];

const isAnswered = (within: HTMLElement): boolean =>
  controlsIn(within).some((control) =>
    control instanceof HTMLInputElement && /checkbox|radio/.test(control.type) ? control.checked : control.value.trim(),
  );

/** Those that are ticked or chosen, in the order in which they were. */
function chosenIn(question: HTMLElement): { value: string; title: string }[] {
  const list = question.querySelector('select');
  if (list)
    return [...list.selectedOptions].filter(({ value }) => value).map(({ value, text }) => ({ value, title: text }));
  return [...question.querySelectorAll<HTMLInputElement>('input:checked')]
    .sort((a, b) => Number(a.dataset['at'] ?? 0) - Number(b.dataset['at'] ?? 0))
    .map((box) => ({ value: box.value, title: oneLine(box.closest('label')?.textContent ?? '') }));
}

export function answersIn(root: HTMLElement): Answers {
  const answers: Answers = { values: {}, parts: [], words: [], others: [], faults: [] };
  const { parts, words, others, faults } = answers;

  const unsaid = (question: HTMLElement, name: string, isNeeded: boolean): undefined => {
    if (isNeeded) fault(question, `“${name}” needs an answer`);
    return undefined;
  };
  const fault = (question: HTMLElement, message: string, control = controlsIn(question)[0] ?? question): void =>
    void faults.push({ question, control, message });
  const told = (name: string, text: string): void => void words.push(`${name}\n${text}`);

  function chosen(question: HTMLElement, name: string, isNeeded: boolean): unknown {
    const all = chosenIn(question);
    const box = question.querySelector<HTMLInputElement>('.another input');
    const described = box && all.some(({ value }) => value === 'another') ? oneLine(box.value) : '';
    if (box && !described && all.some(({ value }) => value === 'another'))
      return fault(question, `“${name}”: describe what is not in the list`, box);
    const listed = all.filter(({ value }) => !box || value !== 'another');
    if (!all.length) return unsaid(question, name, isNeeded);
    told(name, [...listed.map(({ title }) => title), ...(described ? [`Another: ${described}`] : [])].join('\n'));
    if (described) others.push(`${name}, not in the list: ${described}`);
    const values = listed.map(({ value }) => value);
    if (!values.length) return undefined;
    return question.dataset['kind'] === 'choices' ? values : values[0];
  }

  function written(question: HTMLElement, name: string, isNeeded: boolean): unknown {
    const { kind, most, mostItems, pattern, says, level } = question.dataset;
    const [control] = controlsIn(question);
    const raw = plain(control?.value ?? '');
    if (!raw) return unsaid(question, name, isNeeded);
    told(name, raw);
    if (kind === 'part')
      return void parts.push({ heading: question.dataset['key'] ?? '', level: Number(level), text: raw });
    const lines = kind === 'lines' ? raw.split('\n').map(oneLine).filter(Boolean) : [oneLine(raw)];
    for (const [index, line] of lines.entries()) {
      const over = line.length - Number(most ?? Infinity);
      const where = kind === 'lines' ? `“${name}”, line ${index + 1},` : `“${name}”`;
      if (over > 0) fault(question, `${where} is ${over} ${over === 1 ? 'character' : 'characters'} too long`);
    }
    if (mostItems && lines.length > Number(mostItems)) fault(question, `“${name}” has more than ${mostItems} lines`);
    if (kind === 'lines') return [...new Set(lines)];
    if (!pattern) return lines[0];
    const matching = [lines[0] ?? '', monthOf(lines[0] ?? '')].find((value) => new RegExp(pattern, 'u').test(value));
    if (matching === undefined) fault(question, `“${name}” ${says ?? 'is not written as it must be'}`);
    return matching;
  }

  function several(question: HTMLElement, isNeeded: boolean): unknown {
    const items = itemsIn(question).filter((item, index) => (index === 0 && isNeeded) || isAnswered(item));
    const values = items.map((item, index) => record(item, `${question.dataset['one']} ${index + 1}: `));
    // What is said twice counts once.
    return values.length ? [...new Map(values.map((value) => [JSON.stringify(value), value])).values()] : undefined;
  }

  function record(within: HTMLElement, before: string): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    const questions = questionsIn(within);
    for (const question of questions) {
      const { key = '', kind = '', label = '', required } = question.dataset;
      const name = before + label;
      const isNeeded = required !== undefined;
      const value =
        kind === 'group'
          ? record(question, `${name}: `)
          : kind === 'items'
            ? several(question, isNeeded)
            : kind.startsWith('choice')
              ? chosen(question, name, isNeeded)
              : written(question, name, isNeeded);
      if (value !== undefined && kind !== 'part' && (kind !== 'group' || Object.keys(value as object).length))
        values[key] = value;
    }
    return values;
  }

  answers.values = record(root, '');
  return answers;
}
