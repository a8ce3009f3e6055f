import axe from 'axe-core';
import type { Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds serious or critical on the page as it stands: rule, how many, and the first few elements.
 *
 * @param excused rules that do not fit the state, each with its reason where it is excused
 */
export async function listViolations(page: Page, excused: readonly string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([tags, except]) => {
      const { axe: inPage } = window as unknown as { axe: typeof axe };
      const { violations } = await inPage.run(document, { runOnly: { type: 'tag', values: tags } });
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .filter(({ id }) => !except.includes(id))
        .map(({ id, nodes }) => {
          const shown = nodes.slice(0, 4).map(({ html, any }) => {
            const [first] = any as { message?: string }[];
            return `${html.slice(0, 160)} (${first?.message?.slice(0, 140) ?? ''})`;
          });
          return `${id} ×${nodes.length}: ${shown.join(' | ')}`;
        });
    },
    [rules, excused] as const,
  );
}

/**
 * Texts that are cut off for good: wider than their box, with no dots that say so and no title that says the rest.
 */
export async function listLostTexts(page: Page, selector = 'body *'): Promise<string[]> {
  return page.evaluate(
    (inside) =>
      [...document.querySelectorAll<HTMLElement>(inside)]
        .filter((element) =>
          [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
        )
        .filter((element) => element.checkVisibility() && !element.closest('.sr-only, [aria-hidden="true"]'))
        .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
        .filter((element) => {
          const { textOverflow, overflowX } = getComputedStyle(element);
          // What runs over its box is seen; what the box cuts is not.
          if (overflowX !== 'hidden' && overflowX !== 'clip') return false;
          const hasRest = Boolean(element.closest('[title], [aria-label], [data-full-text]'));
          return !(textOverflow === 'ellipsis' && hasRest);
        })
        .map((element) => `${element.className || element.tagName}: ${element.innerText.slice(0, 80)}`),
    selector,
  );
}

/** Elements whose right edge lies beyond the screen though nothing around them scrolls or cuts. */
export async function listEscaped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    const isHeld = (element: Element): boolean => {
      for (let each = element.parentElement; each; each = each.parentElement) {
        const { overflowX } = getComputedStyle(each);
        if (overflowX !== 'visible' && each !== document.body) return true;
      }
      return false;
    };
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(
        (element) => element.checkVisibility() && element.getBoundingClientRect().right > clientWidth + 1,
      )
      .filter((element) => !isHeld(element))
      .map((element) => `${element.className || element.tagName}: ${element.innerText?.slice(0, 60) ?? ''}`);
  });
}
