import { useEffect } from 'react';
import { parseUrlState, type SearchParameters } from '../../state/url-state.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useReachStore } from '../../state/reach-store.js';
import { useViewStore } from '../../state/view-store.js';
import { readCurrentSearch } from './share-address.js';

const settleMilliseconds = 300;

/** Takes the view from an address; what the address leaves out stays as it is by default. */
export function applySearch(search: Record<string, unknown>): void {
  const { camera, visible, partition, selected, range, cover, reach, theme, language } =
    parseUrlState(search);
  useViewStore.setState({
    ...(camera && { camera }),
    ...(visible && { visible }),
    ...(partition && { partition }),
    ...(selected && { selected }),
    ...(range && { range }),
    ...(cover && { cover }),
  });
  if (reach) {
    const { request = null, place = null } = reach;
    useReachStore.setState({ request, place, shown: request && 'reach', tab: request ? 'reach' : 'nearest' });
  }
  usePreferenceStore.setState({ ...(theme && { theme }), ...(language && { language }) });
}

/** Keeps the address true to the view, so that it can be copied at any time. `write` replaces the search. */
export function useUrlSync(write: (search: SearchParameters) => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const schedule = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => write(readCurrentSearch()), settleMilliseconds);
    };
    const unsubscribe = [
      useViewStore.subscribe(schedule),
      usePreferenceStore.subscribe(schedule),
      useReachStore.subscribe(schedule),
    ];
    return () => {
      clearTimeout(timer);
      unsubscribe.forEach((each) => each());
    };
  }, [write]);
}
