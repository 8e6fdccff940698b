/** Opening the form for publishers, and a working copy for it in the browser's own file system. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { addressOf, project, sites } from '../sites.ts';

export const formAddress = `${addressOf(sites.form)}publish/`;

/** Where the form that is tested looks for content in a repository. */
export const contentFolder = relative(project, sites.form.content);

/** The content files in a folder that the form can open, by their path from it. Templates are not among them. */
export const contentFiles = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)[^_/]+\.(?:mdx|yaml)$/.test(file))
    .sort();

/**
 * Opens the form on a copy of `directory`, as a person does who picks the folder of a working copy. The folder is in
 * the browser's own file system, which has the same handles: a test cannot answer the browser's dialogue.
 */
export async function openWorkingCopy(
  page: Page,
  directory: string,
  {
    address = formAddress,
    folder: within = contentFolder,
    beforeSignIn = async (): Promise<void> => {},
  }: { address?: string; folder?: string; beforeSignIn?: () => Promise<void> } = {},
): Promise<void> {
  await page.goto(address);
  const all = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => /\.\w+$/.test(file));
  const files = all.map((file) => [`${within}/${file}`, readFileSync(join(directory, file), 'utf8')] as const);
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
  await goTo(page, `${folder}/entries/${id}`);
}

/** Begins an entry of a folder of content. */
export const begin = (page: Page, folder: string): Promise<void> => goTo(page, `${folder}/new`);

async function goTo(page: Page, where: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/collections/${where}`);
  await page.getByRole('button', { name: 'Cancel Editing' }).waitFor();
}

/** A field of the form by its key, or by the keys and indexes that lead to it: changes.0.claim. */
export const field = (page: Page, path: string): Locator => page.locator(`[data-key-path="${path}"]`);

export const fill = (page: Page, path: string, text: string): Promise<void> =>
  field(page, path).locator('input, textarea, [role=textbox]').filter({ visible: true }).first().fill(text);

/** Adds an item to a list, as its button says. */
export const add = (page: Page, path: string, one: string): Promise<void> =>
  field(page, path)
    .getByRole('button', { name: new RegExp(`^Add \\W?${one}\\W?$`) })
    .last()
    .click();

/** Chooses where all choices are in view, or from a pick list: the form shows which only once it knows the choices. */
export async function choose(page: Page, path: string, option: string): Promise<void> {
  const within = field(page, path);
  const named = { name: option, exact: true };
  const inView = within.getByRole('radio', named).or(within.getByRole('checkbox', named));
  await expect(inView.or(within.getByRole('combobox')).first()).toBeVisible();
  if (!(await inView.count())) return pick(page, path, option);
  await inView.first().click();
  await expect(inView.first()).toBeChecked();
}

/**
 * Chooses from a pick list. The list goes when fields above it come into view and move it; then it is opened again. What
 * is chosen is shown in the field, and no longer offered.
 */
export async function pick(page: Page, path: string, option: string): Promise<void> {
  const within = field(page, path);
  const list = within.locator('[role=combobox]').first();
  await expect(async () => {
    if ((await within.innerText()).includes(option)) return;
    if ((await list.getAttribute('aria-expanded')) !== 'true') await list.click({ timeout: 2000 });
    await page.getByRole('option', { name: option, exact: true }).click({ timeout: 2000 });
    await expect(within).toContainText(option, { timeout: 2000 });
  }).toPass();
}
