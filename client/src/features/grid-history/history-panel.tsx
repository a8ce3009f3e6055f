import { useEffect } from 'react';
import { useStudioStore } from '../../state/studio-store.js';
import { AsOfSection } from './as-of-section.js';
import { DescentSection } from './descent-section.js';
import './history-panel.css';
import { useHistoryStore } from './history-store.js';
import { StatisticsSection } from './statistics-section.js';

/** Boundaries as of a date, what was counted in them, and where a grid comes from. */
export function HistoryPanel() {
  const partition = useStudioStore((state) => state.partition);
  const gridId = useStudioStore((state) => state.selectedGridIds[0] ?? null);
  useEffect(() => () => useHistoryStore.setState({ at: null }), []);
  return (
    <div className="history-panel">
      <AsOfSection key={partition} />
      <DescentSection gridId={gridId} />
      <StatisticsSection />
    </div>
  );
}
