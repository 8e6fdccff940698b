/** Where somebody can be reached: addresses, numbers and pages, by their form. */
import { anyOf } from './grammar.ts';

const name = "\\p{Lu}[\\p{L}’'-]+";
const street = anyOf(
  `Street St Road Rd Avenue Ave Lane Close Drive Way Court Crescent Terrace Place Gardens Grove Mews Square Walk Row Parade
  Rise View Green Hill House`,
);

/** In any part of a file, links too. */
const anywhere = [
  // Email, as it is, within an address, or written out for people.
  /[\p{L}\p{N}._+%'-]+(?:@|%40|&#64;|&commat;)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/iu,
  /\b[\p{L}\p{N}._-]+\s*(?:\(at\)|\[at\])\s*[\p{L}\p{N}.-]+/iu,
  /\b(?:[\p{L}\p{N}_-]+ dot )?[\p{L}\p{N}._-]+ at [\p{L}\p{N}-]+(?: dot [\p{L}\p{N}-]+)+/iu,
  /\b(?:mailto|tel|sms|callto|skype|facetime|whatsapp|xmpp|sip):[^\s)]+/i,
  /\bsafelinks\.protection\.outlook\.com\S*/i,
  // Pages of a person.
  /\blinkedin\.com\/(?:in|pub)\/[^\s)]+/i,
  /\b(?:facebook|fb|instagram|threads|tiktok|twitter|x|snapchat|bsky|mastodon|linktr)\.(?:com|net|app|social|ee)\/(?:@|add\/|profile\/|profile\.php|people\/)?[^\s)/]+/i,
  /\b(?:wa\.me|t\.me|m\.me|about\.me|orcid\.org)\/[^\s)]+/i,
  /\b[\w.-]+\/(?:~|(?:people|persons?|profiles?|users?|author)\/)[\p{L}\p{N}]+[-._+][\p{L}\p{N}._-]+/iu,
];

/** In what is no link: there, numbers are parts of addresses of documents. */
const inProse = [
  /(?<![\w/@.])@[A-Za-z_][\w.]{2,}/,
  // Telephone numbers with the code of a country or an area.
  /(?<![\p{L}\p{N}.,£$€/-])(?:\+\d{1,3}|00[1-9]\d)(?:[\s().-]*\d){8,11}(?!\d)/u,
  /(?<![\p{L}\p{N}.,£$€/-])\(?0[1-9]\)?(?:[\s().-]{0,2}\d){8,9}(?![\d/])/u,
  // Shorter ones, by the words before them.
  /\b(?:ring|call|phone|telephone|tel|mobile|mob|dial|text|fax|whatsapp)(?:[:.\s]|\s(?:us|me|him|her|them|the office|is|on|at|no|number|numbers?:?)(?=[:.\s]))+\(?\d{2,5}\)?[\s-]?\d{3,}/i,
  /\b(?:extension|extn?\.?)\s?(?:no\.?\s|number\s)?\d{3,6}\b/i,
  // Postcodes, and a number with the name of a street.
  /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/u,
  new RegExp(`(?<![\\p{L}\\p{N}.,£])\\d{1,4}[A-Za-z]?,?\\s(?:${name}\\s){1,3}${street}(?![\\p{L}])`, 'u'),
  /(?<![\p{L}\p{N}.,£])\d{1,4}[a-z]?,?\s[a-z]+\s(?:street|road|avenue|crescent|terrace)\b/u,
  /\b(?:Flat|Apartment|PO Box|P\.O\. Box)\s\d+/i,
];

const global = (patterns: readonly RegExp[]): RegExp[] =>
  patterns.map(({ source, flags }) => new RegExp(source, `g${flags}`));
const everywhere = global(anywhere);
const proseAlone = global(inProse);

/** Where a way to reach somebody stands. `prose` is the text with all that is no prose left blank. */
export function* contacts(text: string, prose: string): Generator<{ start: number; end: number }> {
  for (const [patterns, searched] of [
    [everywhere, text],
    [proseAlone, prose],
  ] as const)
    for (const pattern of patterns)
      for (const { 0: found, index } of searched.matchAll(pattern)) yield { start: index, end: index + found.length };
}
