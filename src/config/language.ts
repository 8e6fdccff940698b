/** The language of the content, and that of the words that the site itself says, which are English. */

/** The attributes of a page whose content is in a language, such as en-GB, cy or ar. */
export function contentLanguage(language: string): { lang: string; dir?: 'rtl' } {
  const locale = new Intl.Locale(language) as Intl.Locale & {
    getTextInfo?: () => { direction?: string };
    textInfo?: { direction?: string };
  };
  const { direction } = locale.getTextInfo?.() ?? locale.textInfo ?? {};
  return direction === 'rtl' ? { lang: language, dir: 'rtl' } : { lang: language };
}

/** The attributes of what the site itself says on such a page; none, where the content is English too. */
export const ownLanguage = (language: string): { lang?: string; dir?: 'ltr' } =>
  new Intl.Locale(language).language === 'en' ? {} : { lang: 'en', dir: 'ltr' };

/** Whether a text is the tag of a language. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
