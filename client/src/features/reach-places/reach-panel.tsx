import { useTranslation } from 'react-i18next';
import { useReachStore } from '../../state/reach-store.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { ExplainReach } from '../explain-reach/explain-reach.js';
import { NearestPlace } from '../nearest-units/nearest-place.js';
import { ReachForm } from './reach-form.js';
import './reach-panel.css';
import { ReachResult } from './reach-result.js';

/** How far our forces get, and who is nearest. */
export function ReachPanel() {
  const { t } = useTranslation();
  const tab = useReachStore((state) => state.tab);
  const setTab = useReachStore((state) => state.setTab);
  return (
    <div className="reach-panel" data-testid="reach-panel">
      <div className="reach-head">
        <SegmentedControl
          label={t('panel.reach')}
          isFullWidth
          options={[
            { value: 'reach', label: t('reach.title'), icon: 'target' },
            { value: 'nearest', label: t('nearest.title'), icon: 'shield' },
          ]}
          value={tab}
          onChange={setTab}
        />
      </div>
      {tab === 'reach' ? (
        <>
          <ReachForm />
          <ReachResult />
        </>
      ) : (
        <NearestPlace />
      )}
      <ExplainReach topic={tab} />
    </div>
  );
}
