import { useEffect } from 'react';
import { useReachStore } from '../../state/reach-store.js';
import { ReachLegend } from './reach-legend.js';
import { useReach } from './use-reach.js';

/** What the map shows of travel times: keeps it there, and says what its colours mean. Once on a screen. */
export function ReachOnMap() {
  useReachOnMap();
  return <ReachLegend />;
}

const unitMilliseconds = 15_000;
const aliveMilliseconds = 30_000;

/** The same without words: paper has its legend elsewhere. */
export function ReachOnPaper() {
  useReachOnMap();
  return null;
}

/** Puts the answer on the map and keeps it true: units move, and a server started anew has forgotten its views. */
function useReachOnMap(): void {
  const request = useReachStore((state) => state.request);
  const setView = useReachStore((state) => state.setView);
  const setHighlights = useReachStore((state) => state.setHighlights);
  const { answers, error, refresh } = useReach();
  useEffect(() => {
    const [first] = answers;
    if (error) setView('reach', null);
    else if (first) {
      setView('reach', {
        tileView: first.tileView,
        limits: answers.map(({ seconds }) => seconds),
        // Of a few origins what they do not reach is most of the county.
        showsGaps: false,
        hasChanges: false,
        areas: answers.flatMap(({ seconds, area }) =>
          area?.type === 'MultiPolygon' || area?.type === 'Polygon' ? [{ seconds, geometry: area }] : [],
        ),
      });
    }
  }, [answers, error, setView]);
  const points = request?.points;
  useEffect(() => {
    setHighlights({ points: points ?? [] });
    return () => setHighlights({ points: [] });
  }, [points, setHighlights]);
  const hasUnits = request?.origins.some(({ kind }) => kind === 'unit') ?? false;
  const tileView = answers[0]?.tileView;
  useEffect(() => {
    if (!tileView) return;
    const timer = setInterval(
      () => {
        if (document.hidden) return;
        if (hasUnits) refresh();
        else void isAlive(tileView).then((alive) => alive || refresh());
      },
      hasUnits ? unitMilliseconds : aliveMilliseconds,
    );
    return () => clearInterval(timer);
  });
}

/** Whether the server still knows a view; a line that fails says nothing about that. */
async function isAlive(tileView: string): Promise<boolean> {
  try {
    const response = await fetch(`/tiles/reach/8/0/0.mvt?view=${encodeURIComponent(tileView)}`, {
      cache: 'no-store',
    });
    return response.status !== 404;
  } catch {
    return true;
  }
}
