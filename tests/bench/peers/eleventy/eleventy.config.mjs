const pageSize = 20;

/** Each term of `kind` with its examples, cut in pages. */
function pagesByTerm(examples, kind, slugify) {
  const terms = new Map();
  for (const example of examples)
    for (const term of example.data[kind]) {
      if (!terms.has(term)) terms.set(term, []);
      terms.get(term).push(example);
    }
  return [...terms].flatMap(([title, items]) => {
    const pages = Math.ceil(items.length / pageSize);
    return Array.from({ length: pages }, (_, index) => ({
      title,
      path: `/${kind}/${slugify(title)}/`,
      page: index + 1,
      pages,
      items: items.slice(index * pageSize, (index + 1) * pageSize),
    }));
  });
}

export default function (config) {
  const examplesOf = (api) => api.getFilteredByGlob('content/examples/*.md').reverse();
  config.addCollection('examples', examplesOf);
  for (const kind of ['areas', 'themes'])
    config.addCollection(kind, (api) => pagesByTerm(examplesOf(api), kind, config.getFilter('slugify')));
  return {
    dir: { input: 'content', includes: '../layouts' },
    // Text is text: what looks like a template in it is shown as it stands.
    markdownTemplateEngine: false,
  };
}
