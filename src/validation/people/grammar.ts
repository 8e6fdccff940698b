/** Parts of English that tell of one person, for the patterns of the checks on people. */

/** One of these words, whole. */
export const anyOf = (words: string): string => `(?:${words.trim().split(/\s+/).join('|').replaceAll('_', '\\s')})`;

/** What a person is to another. */
export const kin = anyOf(
  `mum mums mother dad dads father parents? stepmother stepfather stepmum stepdad sister brother siblings? twin son
  daughter nan nana gran granny grandma grandad grandmother grandfather grandparents? aunt auntie uncle cousin niece nephew
  wife husband partner girlfriend boyfriend friends? family carer foster_carers? foster_mum foster_parents? guardian
  neighbour boss teacher tutor key_worker keyworker social_worker job_coach mentor TA`,
);

/** Persons, one of them. */
export const person = anyOf(
  `girl boy lad lass woman man person young_person young_man young_woman young_lady youngster teenager teen kid child
  pupil student learner apprentice intern trainee adult schoolgirl schoolboy daughter son brother sister resident patient
  client participant volunteer tenant resident individual service_user mother mum father dad`,
);

/** Persons, several. */
export const persons = anyOf(
  `people persons? adults wom[ae]n m[ae]n girls? boys? lads? lasses lass teenagers? teens? kids? youngsters? pupils? students?
  learners? interns? apprentices? trainees? child(?:ren)? young_m[ae]n parent_carers? parents?(?!\\scarers?) carers? mothers?
  fathers? mums? dads? famil(?:y|ies) siblings? brothers? sisters? sons? daughters? twins residents? patients? clients?
  participants? service_users? individuals? volunteers? tenants?`,
);

/** A few words that may stand between a number or an article and the person. */
export const describing =
  '(?:of|the|these|those|its|their|our|\\d+|other|more|young|younger|older|disabled|autistic|deaf|blind|local|new|first|different|teenage|adult|further|remaining|such|unemployed)';

/** Words that show that one certain person is spoken of. */
export const singular = new RegExp(
  `\\b(?:he|she|him|her|his|hers|himself|herself)\\b|\\b(?:an?|one|the|this|that|another|our|my|a certain) (?:[\\p{L}-]+ ){0,2}${person}\\b(?![’'-])`,
  'iu',
);

/** What persons say. */
export const says = anyOf(
  `said says told tells asked asks explained explains added recalled recalls remembered remembers replied replies thought
  thinks felt feels wrote writes admitted agreed believes believed laughed smiled cried`,
);

/** What persons do, or have done with them, and hardly anything else does. */
export const does = anyOf(
  `gave gives wanted wants wanted rang rings came comes went goes left leaves joined joins chose chooses moved moves
  lived lives loved loves liked likes hated hates knew knows met meets got gets took takes spoke speaks stopped started
  decided decides refused refuses struggled struggles attended attends enjoyed enjoys wished wishes hoped hopes tried tries
  learned learnt learns passed failed quit walks walked cooks cooked travels travelled visited visits works worked volunteered
  volunteers helps helped needed needs couldn’t couldn't didn’t didn't wasn’t wasn't doesn’t doesn't isn’t isn't hasn’t hasn't
  had has who whose herself himself`,
);
