import { formatUrlState, type SearchParameters } from '../../state/url-state.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore } from '../../state/view-store.js';

/** The search parameters of what this screen shows now. */
export function readCurrentSearch(): SearchParameters {
  const { camera, visible, partition, selected, range } = useViewStore.getState();
  const { theme, language } = usePreferenceStore.getState();
  return formatUrlState({
    visible,
    partition,
    range,
    ...(camera && { camera }),
    ...(selected && { selected }),
    ...(theme === 'light' && { theme }),
    ...(language === 'en' && { language }),
  });
}

/** Search parameters as part of an address, readable in a message: the signs we use need no escape there. */
export function stringifySearch(search: SearchParameters): string {
  const text = new URLSearchParams(search)
    .toString()
    .replaceAll('%2F', '/')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%7E', '~');
  return text && `?${text}`;
}

/** Puts the address of the present view on the clipboard; false where the browser will not. */
export async function copyShareAddress(): Promise<boolean> {
  const address = `${location.origin}/${stringifySearch(readCurrentSearch())}`;
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return copyByHand(address);
  }
}

/** Stations often serve plain HTTP inside their own network, where browsers offer no clipboard. */
function copyByHand(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } finally {
    field.remove();
  }
}
