import { useTranslation } from 'react-i18next';
import { UnitDetailsDocument } from '../../graphql/generated/graphql.js';
import { formatNumber } from '../../i18n/format.js';
import { isPositionStale } from '../../map/features/units-to-features.js';
import { drawIcon } from '../../map/style/icons/draw-icon.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useNow } from '../../state/use-now.js';
import { StatusChip } from '../../ui/status-chip.js';
import { SvgImage } from '../../ui/swatch.js';
import { getPalette } from '../../ui/tokens.js';
import { ReachButtons } from '../reach-places/reach-buttons.js';
import { DetailsHead, DetailsState, Fact, Facts, Instant, Related } from './details-parts.js';
import { useDetails } from './use-details.js';

export function UnitDetails({ id }: { id: string }) {
  const { t } = useTranslation();
  const { theme, language } = usePreferenceStore();
  const { data, state } = useDetails(UnitDetailsDocument, { id });
  const now = useNow(5000);
  const unit = data?.unit;
  if (!unit) return <DetailsState {...state} />;
  const { position } = unit;
  const isStale = position ? isPositionStale(position.recordedAt, now) : false;
  const speed = position?.speedMetresPerSecond;
  return (
    <>
      <DetailsHead
        sign={
          <SvgImage
            svg={drawIcon(`unit:${unit.kind}:${isStale ? 'STALE' : unit.state}`, getPalette(theme))}
            size={36}
          />
        }
        kind={t(`unitKind.${unit.kind}`)}
        name={unit.callSign}
        location={position?.location ?? null}
      />
      <p className="details-chips">
        <StatusChip>{t(`legend.unitState.${unit.state}`)}</StatusChip>
        {isStale && <StatusChip tone="warning">{t('legend.unitStale')}</StatusChip>}
        {!position && <StatusChip tone="warning">{t('unit.noPosition')}</StatusChip>}
        {position?.simulated && <StatusChip>{t('simulated')}</StatusChip>}
      </p>
      {position && <ReachButtons origin={{ kind: 'unit', id, name: unit.callSign }} />}
      <Facts>
        <Fact label={t('fact.homePost')}>
          {unit.homePost && <Related kind="post" id={unit.homePost.id} name={unit.homePost.name} />}
        </Fact>
        <Fact label={t('fact.positionAt')}>{position && <Instant at={position.recordedAt} />}</Fact>
        <Fact label={t('fact.speed')}>
          {typeof speed === 'number' &&
            t('unit.kilometresPerHour', { value: formatNumber(speed * 3.6, language) })}
        </Fact>
      </Facts>
    </>
  );
}
