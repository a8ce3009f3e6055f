import { useTranslation } from 'react-i18next';
import { useReachStore, type PickedPlace, type TravelProfile } from '../../state/reach-store.js';
import { Button } from '../../ui/button.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { Select } from '../../ui/select.js';
import { Tag } from '../../ui/tag.js';
import { AddOrigins } from './add-origins.js';
import { getRequest, setFrom } from './ask.js';
import { formatPlace } from './format-place.js';
import { LimitChoice } from './limit-choice.js';
import { useReach } from './use-reach.js';

/** From where, within how long, how and when. */
export function ReachForm() {
  const { t } = useTranslation();
  const request = useReachStore((state) => state.request);
  const setRequest = useReachStore((state) => state.setRequest);
  if (!request) return <NothingAsked />;
  const { limits, profile, hour } = request;
  return (
    <div className="reach-form">
      <Origins />
      <LimitChoice limits={limits} onChange={(next) => setRequest({ ...request, limits: next })} />
      <div className="reach-form-row">
        <SegmentedControl
          label={t('reach.profile')}
          options={(['auto', 'DRIVING', 'CYCLING', 'WALKING'] as const).map((value) => ({
            value,
            label: t(`travelBy.${value}`),
          }))}
          value={profile ?? 'auto'}
          onChange={(next) =>
            setRequest({ ...request, profile: next === 'auto' ? null : (next as TravelProfile) })
          }
        />
        <Select
          label={t('reach.hour')}
          isLabelHidden
          options={[
            { value: '', label: t('reach.now') },
            ...Array.from({ length: 24 }, (_, each) => ({
              value: String(each),
              label: t('reach.atHour', { from: `${each}:00` }),
            })),
          ]}
          value={hour === null ? '' : String(hour)}
          onChange={(next) => setRequest({ ...request, hour: next === '' ? null : Number(next) })}
        />
      </div>
    </div>
  );
}

function NothingAsked() {
  const { t } = useTranslation();
  return (
    <div className="reach-empty">
      <p className="reach-empty-title">{t('reach.emptyTitle')}</p>
      <p>{t('reach.emptyHint')}</p>
      <AddOrigins variant="primary" />
    </div>
  );
}

const shownOrigins = 8;

function Origins() {
  const { t } = useTranslation();
  const { origins, points } = getRequest();
  const { answers } = useReach();
  const names = new Map(answers[0]?.byOrigin.map(({ id, name }) => [id, name]));
  const nameOf = (place: PickedPlace): string => place.name ?? formatPlace(place);
  const tags = [
    ...origins.map(({ id, kind, name }) => ({
      key: id,
      icon: kind === 'unit' ? ('marker' as const) : ('shield' as const),
      text: name ?? names.get(id) ?? t('reach.unnamed'),
      remove: () =>
        setFrom(
          origins.filter((each) => each.id !== id),
          points,
        ),
    })),
    ...points.map((point, index) => ({
      key: `point:${index}`,
      icon: 'pin' as const,
      text: nameOf(point),
      remove: () =>
        setFrom(
          origins,
          points.filter((each) => each !== point),
        ),
    })),
  ];
  const more = tags.length - shownOrigins;
  return (
    <div className="reach-origins" role="group" aria-label={t('reach.origins')}>
      {tags.slice(0, shownOrigins).map(({ key, icon, text, remove }) => (
        <Tag key={key} icon={icon} onRemove={remove} removeLabel={t('reach.remove', { name: text })}>
          {text}
        </Tag>
      ))}
      {more > 0 && <span className="muted">{t('reach.moreOrigins', { count: more })}</span>}
      <AddOrigins />
      <Button variant="quiet" size="small" onPress={() => setFrom([], [])}>
        {t('reach.clear')}
      </Button>
    </div>
  );
}
