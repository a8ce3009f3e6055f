import { useTranslation } from 'react-i18next';
import { atlasInk, leafDash } from '../../map/paper/atlas-style.js';
import { drawIcon } from '../../map/style/icons/draw-icon.js';
import type { Partition } from '../../state/overlays.js';
import { LineSwatch, SvgImage } from '../../ui/swatch.js';
import { getPalette } from '../../ui/tokens.js';

const shownPosts = ['STATION', 'OFFICE', 'LIAISON_STATION'];

/** What the lines and signs of the maps mean. */
export function AtlasLegend({ partition, hasOwn }: { partition: Partition; hasOwn: boolean }) {
  const { t } = useTranslation();
  const palette = getPalette('print');
  const isSocial = partition === 'SOCIAL';
  return (
    <ul className="atlas-legend" aria-label={t('print.legend')}>
      {hasOwn && (
        <li>
          <LineSwatch color={atlasInk.own} width={2.4} band={5} />
          {t('atlas.ownBorder')}
        </li>
      )}
      <li>
        <LineSwatch color={palette.gridSocial} width={1.2} dash={leafDash} />
        {t(isSocial ? 'legend.gridSocial' : 'legend.gridPolice')}
      </li>
      <li>
        <LineSwatch color={palette.upperBorder} width={2} />
        {t(isSocial ? 'legend.borderCommunity' : 'legend.borderPoliceArea')}
      </li>
      <li>
        <LineSwatch color={palette.upperBorder} width={3} />
        {t('atlas.outerBorder')}
      </li>
      {shownPosts.map((kind) => (
        <li key={kind}>
          <SvgImage svg={drawIcon(`post:${kind}@18`, palette)} />
          {t(`legend.post.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
