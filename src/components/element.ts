/** What the scripts of pages share. */

/** The element of the page that has an id. */
export const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

/** Makes an element with its properties and children; a child that is false or nothing is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string | false | undefined)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.flatMap((child) => child || []));
  return made;
}
