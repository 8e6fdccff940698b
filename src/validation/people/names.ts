/** Words that may be the name of a person: by what is known of them, or by where they stand. */
import { anyOf, does, kin, person, says } from './grammar.ts';
import { standingOf, type Standing } from './standing.ts';

export interface PossibleName {
  start: number;
  end: number;
  /** The words for which it is asked about: where the programme knows all of them, it is not. */
  words: readonly string[];
}

const word = "\\p{L}(?:[\\p{L}’'-]*\\p{L})?";
const capital = "\\p{Lu}(?:[\\p{L}’'-]*\\p{L})?";
/** A run of capitalised words, with joining words between them as some names have. */
const run = new RegExp(
  `(?<![\\p{L}\\p{N}@/#’'-])${capital}(?:[ \\n](?:(?:de|van|von|bin|al)[ \\n])?${capital})*`,
  'gu',
);
/** What a run that names an organisation, a street or a document ends with. */
const organised = new RegExp(
  `^${anyOf(`Academy Act Alliance Association Award Board Building Café Campus Centre Charity Church Club College Commission
  Committee Conference Council County Court Day Farm Forum Foundation Fund Group Hall High Hospital House Institute Journal
  Library Limited Ltd Model Network Office Park Partnership Plan Press Primary Programme Project Report Review Road School
  Scheme Service Services Society Street Team Theatre Toolkit Trust University Week Year`)}$`,
);
const titles = 'Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Cllr|Councillor|Rev|Reverend|Auntie|Aunt|Uncle|Nurse';
const months = new Set(['may', 'june', 'april', 'august', 'summer', 'autumn', 'dawn', 'sunny', 'angel']);
const followedBy = (what: string): RegExp => new RegExp(`^\\s+${what}(?![\\p{L}’'-])`, 'u');
const saying = followedBy(says);
const doing = followedBy(
  `(?:(?:never|also|then|now|soon|just|still|often|always|and ${capital})\\s)?(?:${says}|${does})`,
);
const being =
  /^\s+(?:is|was)\s+(?:an?\s+)?(?:\d|autistic|deaf|blind|disabled|shy|happy|young|diagnosed|born|aged|going|able|keen|proud|nervous|supported|offered|given|told|asked)/u;
const owning = new RegExp(
  `^\\s+(?:own\\s)?(?:foster\\s|older\\s|younger\\s|little\\s|big\\s)?(?:${kin}|autism|diagnosis|epilepsy|ADHD|needs|story|plan|EHC)(?![\\p{L}-])`,
  'u',
);
const joined = new RegExp(`^(?:,? and|, ?|,? or| &)\\s*${capital}`, 'u');

/** Patterns whose last word, which begins with a capital, is a name whatever the word is. */
const byPlace = [
  `\\b(?:${titles})\\.?\\s+(${capital})`,
  `\\b(?:${person}|${kin}|someone|somebody)[,\\s]+(?:was |is )?(?:called|named|known as)\\s+(${capital})`,
  `\\b(?:(?:[Hh]is|[Hh]er|[Mm]y|whose) name (?:is|was)|I am|I’m|I'm)\\s(${capital})(?=\\s*[.,;!?])`,
  `\\b(?:[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|[Yy]our)\\s(?:(?:${word})\\s)?${kin},?\\s(${capital})`,
  `\\b(?:${says}),?\\s(${capital})(?=[\\s]*(?:[.,;:!?]|$|who\\b))`,
  `\\b(?:${person}|manager|worker|coach|coordinator|adviser|head|chair|leader),\\s(${capital}),`,
].map((pattern) => new RegExp(pattern, 'gu'));
const lowerTitle = new RegExp(`(?<![\\p{L}\\p{N}])(?:mr|mrs|ms|mx|dr|cllr|prof|councillor)\\.?\\s(${word})`, 'gu');
const initials =
  /(?<![\p{L}\p{N}.])(?:\p{Lu}\.(?:[\s]?\p{Lu}\.)+|\p{Lu}\.?\s(?=\p{Lu}\p{Ll}+[’']s|\p{Lu}\p{Ll}+\s(?:said|told|asked)\b))|(?<![\p{L}\p{N}.])\p{Lu}\.\s?(?=\p{Lu}\p{Ll})/gu;
const lettersSaying = new RegExp(
  `(?<![\\p{L}\\p{N}-])\\p{Lu}{1,2}(?=\\s(?:said|says|told|asked|gave up|thought|felt)(?![\\p{L}-]))`,
  'gu',
);
const notLetters = new Set(['I', 'A', 'IT', 'AI', 'UK', 'US', 'EU', 'PE', 'TV', 'HR', 'WE', 'HE', 'IN', 'NO']);

/** Words that begin a sentence where a name could, or stand after "said", and are none. */
const pronouns = new Set(
  'i he she we they you it this that these those who what when where there nobody everybody somebody all both most many some people staff parents young one none yes no thank thanks please hello british english'.split(
    ' ',
  ),
);

/** A word without what makes it a possessive. */
const bare = (text: string): string => text.replace(/[’']s?$/u, '');
const isPossessive = (text: string): boolean => /[’']s?$/u.test(text);

/** Where in a text, of which all that is no prose is blank, a person may be named. */
export function possibleNames(text: string): PossibleName[] {
  const found: PossibleName[] = [];
  const add = (start: number, end: number, words: readonly string[]): void => void found.push({ start, end, words });
  for (const { 0: whole, index } of text.matchAll(run)) {
    const parts = [...whole.matchAll(new RegExp(capital, 'gu'))].map(({ 0: part, index: from }) => ({
      part,
      from: index + from,
    }));
    const isOrganisation = organised.test(bare(parts.at(-1)?.part ?? ''));
    const judged = parts.filter(({ part, from }) => mayName(text, part, from, isOrganisation));
    if (judged.length)
      add(
        index,
        index + whole.length,
        judged.map(({ part }) => bare(part)),
      );
  }
  for (const pattern of byPlace)
    for (const match of text.matchAll(pattern)) {
      const name = bare(match[1] ?? '');
      const isTitled = pattern === byPlace[0];
      if (pronouns.has(name.toLowerCase())) continue;
      const end = match.index + match[0].length;
      add(end - (match[1]?.length ?? 0), end, isTitled ? [] : [name]);
    }
  for (const { 0: whole, 1: name = '', index } of text.matchAll(lowerTitle))
    add(index + whole.length - name.length, index + whole.length, []);
  for (const { 0: whole, index } of text.matchAll(initials)) add(index, index + whole.length, []);
  for (const { 0: letters, index } of text.matchAll(lettersSaying))
    if (!notLetters.has(letters)) add(index, index + letters.length, [letters]);
  for (const match of text.matchAll(/(?<![\p{L}\p{N}@/#’'.-])\p{Ll}[\p{L}’'-]*/gu)) {
    const [part] = match;
    if (part.length > 2 && mayNameInLower(text, bare(part), match.index, part.length))
      add(match.index, match.index + part.length, [bare(part)]);
  }
  return merged(found);
}

function mayName(text: string, part: string, from: number, isOrganisation: boolean): boolean {
  if (/^\p{Lu}+(?:-\p{Lu}+)*s?$/u.test(part)) return false;
  const name = bare(part);
  const standing: Standing = standingOf(name);
  if (standing === 'name') return true;
  if (standing === 'unknown') return !isOrganisation;
  if (pronouns.has(name.toLowerCase())) return false;
  const after = text.slice(from + part.length, from + part.length + 60);
  const begins = beginsSentence(text, from);
  const acts = isPossessive(part)
    ? owning.test(after)
    : standing === 'either' && (doing.test(after) || being.test(after) || joinedName(after));
  if (standing === 'either') {
    if (acts)
      return !(months.has(name.toLowerCase()) && !saying.test(after) && !joinedName(after) && !isPossessive(part));
    return !begins && !isOrganisation && !months.has(name.toLowerCase());
  }
  if (standing === 'proper') return (isPossessive(part) ? owning : saying).test(after);
  return isPossessive(part) && !begins && owning.test(after);
}

/** Whether a list of names goes on: "Mo, Will and Summer". */
function joinedName(after: string): boolean {
  if (!joined.test(after)) return false;
  const next = new RegExp(capital, 'u').exec(after)?.[0] ?? '';
  return ['name', 'either', 'unknown'].includes(standingOf(bare(next)));
}

function mayNameInLower(text: string, name: string, from: number, length: number): boolean {
  const standing = standingOf(name);
  if (standing === 'name') return true;
  if (standing !== 'unknown' && standing !== 'either') return false;
  const after = text.slice(from + length, from + length + 40);
  return saying.test(after) && (standing === 'unknown' || beginsSentence(text, from));
}

/** Whether a sentence, a heading, an item or a quotation begins at `index`. */
const beginsSentence = (text: string, index: number): boolean =>
  /(?:^|[.!?:…]["”’')\]*_]*\s+|\n[ \t]*\n[\s>*#-]*|\n[ \t]*(?:[-*>#|]|\d+[.)])[\s>*#|-]*|[|“‘]\s*)[“"‘'(*_[]*$/u.test(
    text.slice(Math.max(0, index - 40), index),
  );

/** Each place once, the longest that begins there, without those within another. */
function merged(found: readonly PossibleName[]): PossibleName[] {
  const kept: PossibleName[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
    else
      kept[kept.length - 1] = {
        start: last.start,
        end: Math.max(last.end, one.end),
        words: last.words.length && one.words.length ? [...last.words, ...one.words] : [],
      };
  }
  return kept;
}
