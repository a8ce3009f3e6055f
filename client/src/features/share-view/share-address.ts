import { formatUrlState, type SearchParameters } from '../../state/url-state.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useReachStore } from '../../state/reach-store.js';
import { useViewStore } from '../../state/view-store.js';

/** The search parameters of what this screen shows now. */
export function readCurrentSearch(): SearchParameters {
  const { camera, visible, partition, selected, range, cover } = useViewStore.getState();
  const { request, place } = useReachStore.getState();
  const { theme, language } = usePreferenceStore.getState();
  return formatUrlState({
    visible,
    partition,
    range,
    ...(camera && { camera }),
    ...(selected && { selected }),
    ...(cover && { cover }),
    reach: { ...(request && { request }), ...(place && { place }) },
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
export function copyShareAddress(): Promise<boolean> {
  return copyText(`${location.origin}/${stringifySearch(readCurrentSearch())}`);
}

/** Puts a text on the clipboard; false where the browser will not. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
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
