/**
 * Reads a drawing that stands in the content. It goes onto pages as it is, so it may hold shapes and nothing else: what
 * is not in these lists is a fault. No value can name an address, a script or another part, since none may hold the
 * brackets, colons and slashes which that takes.
 */
import type { Drawing } from '../schemas/drawing.ts';
import { nearestFirst, shown, type Diagnostic, type Position } from './diagnostics.ts';

const shapes = ['g', 'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon'];
const geometry = ['d', 'cx', 'cy', 'r', 'rx', 'ry', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'width', 'height', 'points'];
const paint = ['fill', 'stroke'];
const style = [
  'fill-rule',
  'clip-rule',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'stroke-dasharray',
  'opacity',
];
const attributes = [...geometry, ...paint, ...style];
const plain = /^[-+.,%\w\s]*$/;
const colour = /^(?:none|currentColor|#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6})$/;
/** Square, from the corner, as the room is that drawings are shown in. */
const square = /^0 0 (\d{1,4}) \1$/;
const namespace = 'http://www.w3.org/2000/svg';

const tag = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const pair = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

type Found = Pick<Diagnostic, 'message' | 'fix' | 'allowed'>;

/** What is wrong with an attribute of a shape, or of the drawing as a whole. `painted`: it may have colours of its own. */
function attributeFault(name: string, value: string, isRoot: boolean, painted: boolean): Found | undefined {
  const refused = `the value ${shown(value)} of ${name} is not allowed in a drawing`;
  if (isRoot && name === 'xmlns')
    return value === namespace ? undefined : { message: refused, fix: `Write xmlns="${namespace}".` };
  if (isRoot && name === 'viewBox')
    return square.test(value) ? undefined : { message: refused, fix: 'Make it square, such as viewBox="0 0 24 24".' };
  if (!attributes.includes(name))
    return {
      message: `the attribute ${shown(name)} is not allowed in a drawing`,
      allowed: nearestFirst(name, attributes),
      fix: 'Take it out, or use one of these.',
    };
  if (!paint.includes(name))
    return plain.test(value) ? undefined : { message: refused, fix: 'Write figures and letters alone.' };
  if (painted) return colour.test(value) ? undefined : { message: refused, fix: 'Write #0b4a52 or the like, or none.' };
  return ['none', 'currentColor'].includes(value)
    ? undefined
    : { message: refused, fix: 'Write currentColor or none: the page gives a sign its colour.' };
}

/** What a drawing holds, and all that is wrong with it. `painted` tells whether it may have colours of its own. */
export function readSvg(
  text: string,
  painted: boolean,
): { drawing: Drawing | undefined; faults: (Found & Position)[] } {
  const faults: (Found & Position)[] = [];
  const drawing: Drawing = { attributes: {}, shapes: '' };
  const fault = (index: number, found: Found): void => {
    const before = text.slice(0, index).split('\n');
    faults.push({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1, ...found });
  };
  /** The attributes of an element as they stand on a page. */
  const attributesOf = (written: string, index: number, isRoot: boolean): string => {
    const seen = new Set<string>();
    let kept = '';
    for (const { 0: all, 1: name = '', 2: double, 3: single, index: at } of written.matchAll(pair)) {
      const value = double ?? single ?? '';
      const found = attributeFault(name, value, isRoot, painted);
      if (found) fault(index + at, found);
      else if (seen.has(name)) fault(index + at, { message: `${shown(all)} stands here twice`, fix: 'Keep one.' });
      seen.add(name);
      if (!isRoot) kept += ` ${name}="${value}"`;
      // A page says itself how large the whole is.
      else if (!['xmlns', 'width', 'height'].includes(name)) drawing.attributes[name] = value;
    }
    if (isRoot && !seen.has('viewBox'))
      fault(index, { message: 'the drawing does not say how large it is', fix: 'Add viewBox="0 0 24 24" to <svg>.' });
    return kept;
  };

  const open: string[] = [];
  let index = skipSpace(text, 0);
  do {
    tag.lastIndex = index;
    const [, closing, name = '', written = '', alone = ''] = tag.exec(text) ?? [];
    const isRoot = index === skipSpace(text, 0);
    if (closing === undefined || (closing && (open.pop() !== name || written || alone))) {
      fault(index, {
        message: 'the drawing cannot be read from here',
        fix: 'Keep one <svg> with shapes in it, each closed; take out texts, notes and what stands around it.',
      });
      break;
    }
    if (!closing) {
      const allowed = isRoot ? ['svg'] : shapes;
      if (!allowed.includes(name))
        fault(index, { message: `${shown(name)} is not allowed in a drawing`, allowed, fix: 'Use one of these.' });
      const kept = attributesOf(written, index + 1 + name.length, isRoot);
      if (!isRoot) drawing.shapes += `<${name}${kept}${alone}>`;
      if (!alone) open.push(name);
    } else if (open.length) drawing.shapes += `</${name}>`;
    index = skipSpace(text, tag.lastIndex);
  } while (open.length);
  if (!faults.length && (index < text.length || !drawing.shapes))
    fault(0, {
      message: index < text.length ? 'something stands after the drawing' : 'nothing is drawn',
      fix: 'Keep one <svg> with shapes in it.',
    });
  return { drawing: faults.length ? undefined : drawing, faults };
}

const skipSpace = (text: string, from: number): number => {
  const found = text.slice(from).search(/\S/);
  return found === -1 ? text.length : from + found;
};
