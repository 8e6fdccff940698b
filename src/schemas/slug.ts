/** The name of an entry's file without its ending: lower-case letters, figures and single hyphens, a letter first. */
export const slugPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
