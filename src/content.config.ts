import { defineCollection } from 'astro:content';
import { folder, iconFile, movedFile, signFiles, siteFile, vocabulary } from './loaders/content-loader.ts';
import { caseStudy } from './schemas/case-study.ts';
import { changeMap } from './schemas/change-map.ts';
import { drawing } from './schemas/drawing.ts';
import { factor } from './schemas/factor.ts';
import { glossaryTerm } from './schemas/glossary-term.ts';
import { measures } from './schemas/measures.ts';
import { movedItem } from './schemas/moved.ts';
import { page } from './schemas/page.ts';
import { place } from './schemas/place.ts';
import { priorityArea } from './schemas/priority-area.ts';
import { problem } from './schemas/problem.ts';
import { recurring } from './schemas/recurring.ts';
import { site } from './schemas/site.ts';
import { source } from './schemas/source.ts';
import { takenUp } from './schemas/taken-up.ts';
import { theme } from './schemas/theme.ts';
import { authorityKind, group, inOrder, outcome, region } from './schemas/vocabulary.ts';

/** Everything that is published: each folder and file of content/, with what reads it and what it may hold. */
export const collections = {
  // Folders of MDX, an entry a file.
  'case-studies': defineCollection({ loader: folder('case-studies'), schema: caseStudy }),
  factors: defineCollection({ loader: folder('factors'), schema: factor }),
  themes: defineCollection({ loader: folder('themes'), schema: theme }),
  'priority-areas': defineCollection({ loader: folder('priority-areas'), schema: priorityArea }),
  places: defineCollection({ loader: folder('places'), schema: place }),
  problems: defineCollection({ loader: folder('problems'), schema: problem }),
  glossary: defineCollection({ loader: folder('glossary'), schema: glossaryTerm }),
  sources: defineCollection({ loader: folder('sources'), schema: source }),
  recurring: defineCollection({ loader: folder('recurring'), schema: recurring }),
  'taken-up': defineCollection({ loader: folder('taken-up'), schema: takenUp }),
  pages: defineCollection({ loader: folder('pages'), schema: page }),
  // Folders of YAML, an entry a file.
  'change-maps': defineCollection({ loader: folder('change-maps'), schema: changeMap }),
  measures: defineCollection({ loader: folder('measures'), schema: measures }),
  // Files of YAML, an entry an item.
  groups: defineCollection({ loader: vocabulary('groups'), schema: inOrder(group) }),
  outcomes: defineCollection({ loader: vocabulary('outcomes'), schema: inOrder(outcome) }),
  'authority-kinds': defineCollection({ loader: vocabulary('authority-kinds'), schema: inOrder(authorityKind) }),
  regions: defineCollection({ loader: vocabulary('regions'), schema: inOrder(region) }),
  moved: defineCollection({ loader: movedFile(), schema: movedItem }),
  // Drawings: the programme's own signs, and its icon.
  signs: defineCollection({ loader: signFiles(), schema: drawing }),
  icon: defineCollection({ loader: iconFile(), schema: drawing }),
  // A file of YAML that is one entry.
  site: defineCollection({ loader: siteFile(), schema: site }),
};
