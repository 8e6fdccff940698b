import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { basePath, contentDirectory, SettingsError, shownPath, siteUrl, today } from '../../../src/library/settings.ts';

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
  it('is the day of SOURCE_DATE_EPOCH where that is set', () => {
    expect(today({ SOURCE_DATE_EPOCH: '1490000000' })).toBe('2017-03-20');
    expect(today({})).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it.each(['tomorrow', '-1', '1.5', '9999999999999'])('SOURCE_DATE_EPOCH %j is refused', (value) => {
    expect(() => today({ SOURCE_DATE_EPOCH: value })).toThrow('SOURCE_DATE_EPOCH');
  });
});

it('a path is shown from the working folder where it is inside', () => {
  expect(shownPath(resolve('content/site.yaml'))).toBe('content/site.yaml');
  expect(shownPath('/srv/other/site.yaml')).toBe('/srv/other/site.yaml');
});
