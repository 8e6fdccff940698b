/** The components that authors may use in a body, each with its attributes and the HTML that it becomes. */
import type { Element, ElementContent } from 'hast';
import { contentLanguage, isLanguage } from '../config/language.ts';

export interface AuthorComponent {
  /** What it is for, in one sentence. */
  purpose: string;
  /** The attributes it takes, each a plain string, with what it is for. */
  attributes: Readonly<Record<string, string>>;
  /** What is wrong with an attribute's value, as the end of a sentence; nothing where it is right. */
  wrong?: (name: string, value: string) => string | undefined;
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
  Passage: {
    purpose: 'A passage in another language than that of the page, which screen readers then speak rightly.',
    attributes: { language: 'The tag of the language, such as cy for Welsh or ar for Arabic.' },
    wrong: (_, value) => (isLanguage(value) ? undefined : 'is the tag of no language, such as cy for Welsh'),
    element: ({ language = '' }, children) => ({
      type: 'element',
      tagName: 'div',
      properties: isLanguage(language) ? contentLanguage(language) : {},
      children,
    }),
  },
};
