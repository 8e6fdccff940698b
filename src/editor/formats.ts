/** What the settings of the form and its script both name. */

/** The formats of content files, which src/editor/form-page.ts reads and writes. */
export const formats = { entry: 'entry-frontmatter', example: 'example-frontmatter', list: 'list-yaml' } as const;
/** Stands in the settings for the day a year on from when the form is opened. */
export const inAYear = '{{in a year}}';
