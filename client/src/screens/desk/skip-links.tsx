import { useTranslation } from 'react-i18next';
import { focusRegion, type Region } from '../../features/arrange-panels/focus-region.js';
import { useIsNarrow } from '../../state/use-screen.js';

const targets: Region[] = ['map', 'right'];

/** The way past the bar for whoever goes by Tab: seen only while it has the focus. */
export function SkipLinks() {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  return (
    <nav className="skip-links" aria-label={t('skip.label')}>
      {targets.map((region) => {
        const target = region === 'right' && isNarrow ? 'left' : region;
        return (
          <button key={region} type="button" onClick={() => focusRegion(target)}>
            {t(`skip.${region}`)}
          </button>
        );
      })}
    </nav>
  );
}
