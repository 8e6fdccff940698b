import { contentLanguage, ownLanguage } from '../../../src/config/language.ts';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  basePath,
  contentDirectory,
  contentFolder,
  publishing,
  SettingsError,
  shownPath,
  siteUrl,
  lastToday,
  today,
} from '../../../src/config/settings.ts';

describe('CONTENT_DIR', () => {
  it('is the project’s content where it is not set, and may be absolute', () => {
    expect(contentDirectory({})).toBe(resolve('content'));
    expect(contentDirectory({ CONTENT_DIR: '/srv/other' })).toBe('/srv/other');
  });
});

describe('BASE_PATH', () => {
  it.each([
    [undefined, '/'],
    ['', '/'],
    ['/', '/'],
    ['learning', '/learning/'],
    ['/learning', '/learning/'],
    ['learning/', '/learning/'],
    ['/council/learning/', '/council/learning/'],
  ])('%j means %s', (value, path) => {
    expect(basePath({ BASE_PATH: value })).toBe(path);
  });

  it.each(['/a b/', '../up', '/a/../b/', 'https://example.org/', '/a//b/', 'a?b', '/é/'])(
    '%j is refused with the value and a right one',
    (value) => {
      expect(() => basePath({ BASE_PATH: value })).toThrow(SettingsError);
      expect(() => basePath({ BASE_PATH: value })).toThrow(`BASE_PATH is "${value}"`);
      expect(() => basePath({ BASE_PATH: value })).toThrow('/learning/');
    },
  );
});

describe('SITE_URL', () => {
  it('goes before the address of the content', () => {
    expect(siteUrl('https://a.example', {})).toBe('https://a.example');
    expect(siteUrl('https://a.example', { SITE_URL: 'http://localhost:8080/' })).toBe('http://localhost:8080');
  });

  it.each([
    'example.org',
    'ftp://example.org',
    'https://example.org/path',
    'https://user@example.org',
    'https://e.org?q',
  ])('%j is refused', (value) => {
    expect(() => siteUrl('https://a.example', { SITE_URL: value })).toThrow(`SITE_URL is "${value}"`);
  });
});

describe('today', () => {
  it('is the day of SOURCE_DATE_EPOCH where that is set, as soon as that has begun anywhere', () => {
    expect(today({ SOURCE_DATE_EPOCH: '1489996799' })).toBe('2017-03-20');
    // Ten in the morning by UTC is midnight on the Line Islands.
    expect(today({ SOURCE_DATE_EPOCH: '1490004000' })).toBe('2017-03-21');
    expect(lastToday('2017-03-01')).toBe('2017-02-28');
    expect(today({})).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it.each(['tomorrow', '-1', '1.5', '9999999999999'])('SOURCE_DATE_EPOCH %j is refused', (value) => {
    expect(() => today({ SOURCE_DATE_EPOCH: value })).toThrow('SOURCE_DATE_EPOCH');
  });
});

it.each([
  ['en-GB', { lang: 'en-GB' }, {}],
  ['cy', { lang: 'cy' }, { lang: 'en', dir: 'ltr' }],
  ['ar', { lang: 'ar', dir: 'rtl' }, { lang: 'en', dir: 'ltr' }],
])('content in %s has its language and direction, and the words of the site itself theirs', (tag, content, own) => {
  expect(contentLanguage(tag)).toEqual(content);
  expect(ownLanguage(tag)).toEqual(own);
});

it('a path is shown from the working folder where it is inside', () => {
  expect(shownPath(resolve('content/site.yaml'))).toBe('content/site.yaml');
  expect(shownPath('/srv/other/site.yaml')).toBe('/srv/other/site.yaml');
});

describe('PUBLISH_REPOSITORY, PUBLISH_BRANCH and PUBLISH_SIGN_IN', () => {
  const right = { PUBLISH_REPOSITORY: 'council/drafts', PUBLISH_SIGN_IN: 'https://sign-in.example.org/' };

  it('say where drafts go, and that there is no form where none is set', () => {
    expect(publishing({})).toBeUndefined();
    expect(publishing({ PUBLISH_REPOSITORY: '', PUBLISH_SIGN_IN: '' })).toBeUndefined();
    expect(publishing(right)).toEqual({
      repository: 'council/drafts',
      branch: 'main',
      signIn: 'https://sign-in.example.org',
    });
    expect(publishing({ ...right, PUBLISH_BRANCH: 'content/next' })?.branch).toBe('content/next');
  });

  it.each([
    [{ PUBLISH_SIGN_IN: '' }, 'PUBLISH_SIGN_IN is missing'],
    [{ PUBLISH_REPOSITORY: '' }, 'PUBLISH_REPOSITORY is missing'],
    [{ PUBLISH_REPOSITORY: '', PUBLISH_SIGN_IN: '', PUBLISH_BRANCH: 'main' }, 'PUBLISH_REPOSITORY is missing'],
    [{ PUBLISH_REPOSITORY: 'drafts' }, 'PUBLISH_REPOSITORY is "drafts"'],
    [{ PUBLISH_REPOSITORY: 'https://github.com/council/drafts' }, 'such as council/learning-examples'],
    [{ PUBLISH_REPOSITORY: 'council/..' }, 'PUBLISH_REPOSITORY is "council/.."'],
    [{ PUBLISH_BRANCH: '-x' }, 'PUBLISH_BRANCH is "-x"'],
    [{ PUBLISH_BRANCH: 'a..b' }, 'PUBLISH_BRANCH is "a..b"'],
    [{ PUBLISH_SIGN_IN: 'sign-in.example.org' }, 'PUBLISH_SIGN_IN is "sign-in.example.org"'],
    [{ PUBLISH_SIGN_IN: 'http://sign-in.example.org' }, 'such as https://sign-in.example.org'],
    [{ PUBLISH_SIGN_IN: 'https://sign-in.example.org/?a=1' }, 'PUBLISH_SIGN_IN is'],
  ])('%j is refused in words', (wrong, says) => {
    expect(() => publishing({ ...right, ...wrong })).toThrow(SettingsError);
    expect(() => publishing({ ...right, ...wrong })).toThrow(says);
  });
});

it('the folder of content is named as the repository knows it, and must be in the project', () => {
  expect(contentFolder({})).toBe('content');
  expect(contentFolder({ CONTENT_DIR: resolve('tests/fixtures/second-programme') })).toBe(
    'tests/fixtures/second-programme',
  );
  expect(() => contentFolder({ CONTENT_DIR: '/srv/other' })).toThrow('CONTENT_DIR is "/srv/other"');
});
