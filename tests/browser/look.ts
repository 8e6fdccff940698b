/** How a page looks, in numbers. */
import type { Page } from '@playwright/test';

/** The sizes of type on a page in pixels, as they are seen: letters in a drawing grow and shrink with it. */
export const sizesOfType = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const sizes = new Set<number>();
    for (const element of document.body.querySelectorAll<HTMLElement | SVGElement>('*')) {
      const isControl = element.matches('input:not([type=checkbox], [type=radio]), select, textarea');
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
      );
      if (!(isControl || hasText) || element.matches('script, style, noscript, template')) continue;
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
      sizes.add(Math.round(parseFloat(getComputedStyle(element).fontSize) * scale * 10) / 10);
    }
    return [...sizes].sort((a, b) => a - b);
  });

/** The share of the window, across, from where the content of a page begins to where it ends. */
export const shareOfWidth = (page: Page): Promise<number> =>
  page.evaluate(() => {
    let [left, right] = [Infinity, 0];
    const take = (box: DOMRect): void => {
      if (box.width <= 1 || box.height <= 1) return;
      left = Math.min(left, box.left);
      right = Math.max(right, Math.min(box.right, window.innerWidth));
    };
    const main = document.querySelector('main')!;
    const range = document.createRange();
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const isHidden = texts.currentNode.parentElement?.closest('.visually-hidden, .sr-only');
      if (isHidden || !texts.currentNode.nodeValue?.trim()) continue;
      range.selectNodeContents(texts.currentNode);
      for (const box of range.getClientRects()) take(box);
    }
    for (const one of main.querySelectorAll('svg, input, select, textarea, button')) take(one.getBoundingClientRect());
    return (right - left) / window.innerWidth;
  });

/** The paragraphs of running text whose full lines hold more than `most` characters each, taken together. */
export const longLines = (page: Page, most: number): Promise<string[]> =>
  page.evaluate((limit) => {
    const range = document.createRange();
    return [...document.querySelectorAll('main :is(.prose p, .lead, .measure)')].flatMap((block) => {
      const lines = new Map<number, number>();
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (texts.nextNode())
        for (const { index, 0: word } of (texts.currentNode.nodeValue ?? '').matchAll(/\S+/g)) {
          range.setStart(texts.currentNode, index);
          range.setEnd(texts.currentNode, index + word.length);
          const { bottom, width } = range.getBoundingClientRect();
          if (width) lines.set(Math.round(bottom), (lines.get(Math.round(bottom)) ?? 0) + word.length + 1);
        }
      const full = [...lines.values()].slice(0, -1);
      const mean = full.reduce((a, b) => a + b, 0) / full.length;
      return full.length && mean > limit ? [`${Math.round(mean)}: ${block.textContent.trim().slice(0, 60)}`] : [];
    });
  }, most);
