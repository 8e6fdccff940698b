/** Opening the form for publishers, and a working copy for it in the browser's own file system. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import { listNames } from '../../src/schemas/index.ts';
import { addressOf, project, sites } from '../sites.ts';

export const formAddress = `${addressOf(sites.form)}publish/`;

/** Where the form that is tested looks for content in a repository. */
export const contentFolder = relative(project, sites.form.content);

/** The content files in a folder that the form can open, by their path from it. Templates are not among them. */
export const contentFiles = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)[^_/]+\.(?:mdx|yaml)$/.test(file))
    // Maps, measures and addresses that moved are written as files: a form of lists within lists would help nobody.
    .filter((file) => file !== 'moved.yaml' && !listNames.some((name) => file.startsWith(`${name}/`)))
    .sort();

/**
 * Opens the form on a copy of `directory`, as a person does who picks the folder of a working copy. The folder is in
 * the browser's own file system, which has the same handles: a test cannot answer the browser's dialogue.
 */
export async function openWorkingCopy(
  page: Page,
  directory: string,
  beforeSignIn: () => Promise<void> = async () => {},
): Promise<void> {
  await page.goto(formAddress);
  const all = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => /\.\w+$/.test(file));
  const files = all.map((file) => [`${contentFolder}/${file}`, readFileSync(join(directory, file), 'utf8')] as const);
  await page.evaluate(async (written) => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle('.git', { create: true });
    for (const [path, text] of written) {
      const parts = path.split('/');
      const name = parts.pop()!;
      let folder = root;
      for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
      const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await file.write(text);
      await file.close();
    }
    Object.assign(window, { showDirectoryPicker: () => Promise.resolve(root) });
  }, files);
  await page.getByRole('button', { name: 'Open the form' }).click();
  const signIn = page.getByRole('button', { name: 'Work with Local Repository' });
  await signIn.waitFor();
  await beforeSignIn();
  await signIn.click();
  await page.getByRole('button', { name: 'Show Account Menu' }).waitFor();
}

/** A content file of the working copy as it stands in the browser. */
export const savedFile = (page: Page, file: string): Promise<string> =>
  page.evaluate(async (at) => {
    const parts = at.split('/');
    const name = parts.pop()!;
    let folder = await navigator.storage.getDirectory();
    for (const part of parts) folder = await folder.getDirectoryHandle(part);
    return (await (await folder.getFileHandle(name)).getFile()).text();
  }, `${contentFolder}/${file}`);

/** Opens a content file, named by its path from the folder of content, in the form. */
export async function openFile(page: Page, file: string): Promise<void> {
  const [folder, name] = file.includes('/') ? file.split('/') : ['site', file];
  const id = name!.replace(/\.\w+$/, '');
  await page.evaluate((hash) => (location.hash = hash), `#/collections/${folder}/entries/${id}`);
  await page.getByRole('button', { name: 'Cancel Editing' }).waitFor();
}
