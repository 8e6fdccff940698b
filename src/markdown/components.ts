/** The components that authors may use in a body, each with its attributes and the HTML that it becomes. */
import type { Element, ElementContent } from 'hast';

export interface AuthorComponent {
  /** What it is for, in one sentence. */
  purpose: string;
  /** The attributes it takes, each a plain string, with what it is for. */
  attributes: Readonly<Record<string, string>>;
  /** The element that stands in its place. */
  element: (attributes: Readonly<Record<string, string>>, children: ElementContent[]) => Element;
}

export const authorComponents: Readonly<Record<string, AuthorComponent>> = {
  Note: {
    purpose: 'A caution or an aside, set apart from the text.',
    attributes: { title: 'The heading of the note, in a few words.' },
    element: ({ title }, children) => ({
      type: 'element',
      tagName: 'div',
      properties: { className: ['note'] },
      children: [
        ...(!title
          ? []
          : [
              {
                type: 'element' as const,
                tagName: 'p',
                properties: { className: ['note-title'] },
                children: [{ type: 'text' as const, value: title }],
              },
            ]),
        ...children,
      ],
    }),
  },
};
