/** What is wrong with the tree of some HTML, as a browser would have to mend it. */
import { Parser } from 'htmlparser2';

export interface HtmlTree {
  faults: string[];
  ids: string[];
  /** The text, a space between elements. */
  text: string;
}

const headings = /^h[1-6]$/;

/** Reads HTML without mending it. `isPage`: headings and sections have to stand within a landmark, and one main. */
export function htmlTree(html: string, isPage = false): HtmlTree {
  const faults: string[] = [];
  const ids: string[] = [];
  const open: string[] = [];
  let text = '';
  let [closed, mains] = [0, 0];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (attributes['style'] !== undefined) faults.push(`style on <${name}>`);
      const { id } = attributes;
      if (id !== undefined) {
        if (id === '' || /\s/.test(id)) faults.push(`the id "${id}"`);
        if (ids.includes(id)) faults.push(`two of the id ${id}`);
        ids.push(id);
      }
      if (name === 'a' && open.includes('a')) faults.push('a link in a link');
      if (name === 'main') mains += 1;
      const isBare = !open.some((one) => /^(?:main|header|footer|dialog)$/.test(one));
      if (isPage && isBare && (headings.test(name) || name === 'section')) faults.push(`<${name}> outside main`);
      if (
        /^(?:div|section|table|ul|ol|p|h[1-6]|blockquote|pre)$/.test(name) &&
        open.some((one) => /^(?:p|h[1-6])$/.test(one))
      )
        faults.push(`<${name}> in ${open.join(' ')}`);
      open.push(name);
    },
    onclosetag(name, isImplied) {
      open.pop();
      if (!isImplied) closed += 1;
      else if (!voids.test(name) && !open.includes('svg')) faults.push(`<${name}> is not closed`);
      text += ' ';
    },
    ontext: (part) => void (text += part),
  });
  parser.end(html);
  const ends = html.replace(/<script\b[\s\S]*?<\/script>/g, '<script></script>').match(/<\/[a-z]/gi)?.length ?? 0;
  if (ends !== closed) faults.push(`${ends - closed} ends of nothing`);
  if (isPage && mains !== 1) faults.push(`${mains} of main`);
  return { faults, ids, text };
}

const voids = /^(?:area|br|col|hr|img|input|link|meta|wbr)$/;
