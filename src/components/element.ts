/** What the scripts of pages share. */

/** The element of the page that has an id. */
export const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

/** Makes an element with its properties and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
