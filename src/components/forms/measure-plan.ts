/** Which measures an authority has, as the address of the plan says: ?have=AREA/ID.ID&have=AREA/ID. */

/** What the query of an address names, each AREA/ID once. */
export const haveOf = (query: string): Set<string> =>
  new Set(
    new URLSearchParams(query).getAll('have').flatMap((part) => {
      const [area = '', ids = ''] = part.split('/');
      return ids
        .split('.')
        .filter((id) => id !== '')
        .map((id) => `${area}/${id}`);
    }),
  );

/** The address that names these, each area once. Slugs need no escaping, and neither do "/" and ".". */
export function addressOf(path: string, have: Iterable<string>): string {
  const byArea = new Map<string, string[]>();
  for (const one of have) {
    const [area = '', id = ''] = one.split('/');
    byArea.set(area, [...(byArea.get(area) ?? []), id]);
  }
  const query = [...byArea].map(([area, ids]) => `have=${area}/${ids.join('.')}`).join('&');
  return query ? `${path}?${query}` : path;
}
