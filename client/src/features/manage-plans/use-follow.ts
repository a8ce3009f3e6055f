import { useEffect, useRef, useState } from 'react';

/**
 * Calls `refresh` when `mark` has become another one and stayed so for a moment, milliseconds. Says whether that call is
 * still to come.
 */
export function useFollow(mark: unknown, refresh: () => void, pauseMilliseconds = 0): boolean {
  const [followed, setFollowed] = useState(mark);
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  });
  useEffect(() => {
    if (mark === followed) return undefined;
    const timer = setTimeout(() => {
      setFollowed(mark);
      latest.current();
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [mark, followed, pauseMilliseconds]);
  return mark !== followed;
}
