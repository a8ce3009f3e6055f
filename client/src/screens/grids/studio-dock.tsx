import { Suspense, useEffect, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { studioPanelIds, useStudioStore, type StudioPanelId } from '../../state/studio-store.js';
import { useIsNarrow } from '../../state/use-screen.js';
import { Notice } from '../../ui/notice.js';
import { Splitter } from '../../ui/splitter.js';
import { PanelErrorBoundary } from '../error-boundary.js';
import { StudioIcon } from './studio-icon.js';
import { studioPanels } from './studio-panels.js';

/** Of the panels, pixels at the reader's normal text size. */
const width = { least: 320, usual: 400, most: 900 };

/** The panels beside the map: a tab for each, at the outer edge; on a phone below the map. */
export function StudioDock() {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const hasPlan = useStudioStore((state) => state.planId !== null);
  const panel = useStudioStore((state) => state.panel);
  const setPanel = useStudioStore((state) => state.setPanel);
  const [pixels, setPixels] = useState(width.usual);
  const scale = useTextScale();
  const shown = studioPanelIds.filter((id) => {
    const { when } = studioPanels[id];
    return when === 'always' || (when === 'plan') === hasPlan;
  });
  const selected: StudioPanelId = shown.includes(panel) ? panel : shown[0]!;
  useEffect(() => {
    if (selected !== panel) setPanel(selected);
  }, [selected, panel, setPanel]);
  return (
    <>
      {!isNarrow && (
        <Splitter
          orientation="vertical"
          label={t('studio.resize')}
          value={pixels * scale}
          min={width.least * scale}
          max={width.most * scale}
          resetTo={width.usual * scale}
          isReversed
          onChange={(value) => setPixels(value / scale)}
        />
      )}
      <Tabs
        className="studio-dock"
        orientation={isNarrow ? 'horizontal' : 'vertical'}
        selectedKey={selected}
        onSelectionChange={(key) => setPanel(key as StudioPanelId)}
        style={isNarrow ? {} : { width: pixels * scale }}
      >
        <TabList className="studio-tabs" aria-label={t('studio.panels')}>
          {shown.map((id) => (
            <Tab key={id} id={id} className="studio-tab" data-testid={`panel-${id}`}>
              <StudioIcon name={studioPanels[id].icon} />
              <span>{t(`studio.panel.${id}`)}</span>
            </Tab>
          ))}
        </TabList>
        {shown.map((id) => (
          <TabPanel key={id} id={id} className="studio-panel">
            <StudioPanelBody id={id} />
          </TabPanel>
        ))}
      </Tabs>
    </>
  );
}

/** How much larger than normal text is here: a very wide screen has it grow, and its panels with it. */
function useTextScale(): number {
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const measure = (): void =>
      setScale(parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1);
    measure();
    // After whoever sets the text's size has heard of it too.
    const onResize = (): void => void requestAnimationFrame(measure);
    addEventListener('resize', onResize);
    return () => removeEventListener('resize', onResize);
  }, []);
  return scale;
}

/** A panel's content: one that fails or is still on its way leaves the rest of the studio as it is. */
function StudioPanelBody({ id }: { id: StudioPanelId }) {
  const { t } = useTranslation();
  const { Body } = studioPanels[id];
  return (
    <PanelErrorBoundary key={id}>
      <Suspense fallback={<Notice kind="loading" title={t('loading')} />}>
        <Body />
      </Suspense>
    </PanelErrorBoundary>
  );
}
