import { useEffect } from 'react';
import { useQuery, type CombinedError } from 'urql';
import { CountyDocument, type CountyQuery } from '../../graphql/generated/graphql.js';
import type { TimeLocale } from '../../i18n/format.js';
import { useConnectionStore } from '../../state/connection-store.js';
import { usePreferenceStore } from '../../state/preference-store.js';

export type County = NonNullable<CountyQuery['county']>;

export interface CountyState {
  county: County | null;
  /** The server answers, but no territory was ever imported. */
  isEmpty: boolean;
  error: CombinedError | null;
  isLoading: boolean;
  retry(): void;
}

/** The county this server keeps. Also sets the screen's clock by the server's. */
export function useCounty(): CountyState {
  const [{ data, error, fetching }, execute] = useQuery({ query: CountyDocument });
  const serverTime = data?.county?.serverTime;
  useEffect(() => {
    if (!serverTime) return;
    const { setClockOffset, heard } = useConnectionStore.getState();
    setClockOffset(Date.parse(serverTime) - Date.now());
    heard();
  }, [serverTime]);
  return {
    county: data?.county ?? null,
    isEmpty: data !== undefined && !data.county,
    error: error && !data ? error : null,
    isLoading: fetching,
    retry: () => execute({ requestPolicy: 'network-only' }),
  };
}

const fallbackTimeZone = 'Asia/Shanghai';

/** How times are written on this screen. */
export function useTimeLocale(): TimeLocale {
  const language = usePreferenceStore((state) => state.language);
  const [{ data }] = useQuery({ query: CountyDocument, requestPolicy: 'cache-first' });
  return { language, timeZone: data?.county?.timeZone ?? fallbackTimeZone };
}

/** The county's name in the language of the screen. */
export function useCountyName(county: County | null): string {
  const language = usePreferenceStore((state) => state.language);
  if (!county) return '';
  return language === 'en' && county.nameEn ? county.nameEn : county.name;
}
