import { useTranslation } from 'react-i18next';
import { useReachStore, type PickedPlace, type ReachOrigin } from '../../state/reach-store.js';
import { Button } from '../../ui/button.js';
import { addToReach, askNearest, askReachFrom } from './ask.js';
import { formatPlace } from './format-place.js';

/** Reach from a record: alone, or beside what is asked already; from a mere place also who is nearest. */
export function ReachButtons(props: { origin: ReachOrigin } | { point: PickedPlace }) {
  const { t } = useTranslation();
  const request = useReachStore((state) => state.request);
  const isPart =
    'origin' in props
      ? request?.origins.some(({ id }) => id === props.origin.id)
      : request?.points.some((each) => formatPlace(each) === formatPlace(props.point));
  return (
    <div className="details-buttons">
      {'point' in props && (
        <Button size="small" icon="shield" onPress={() => askNearest(props.point)}>
          {t('pick.nearest')}
        </Button>
      )}
      <Button size="small" icon="target" data-testid="reach-from" onPress={() => askReachFrom(props)}>
        {t('reach.fromPost')}
      </Button>
      {request && !isPart && (
        <Button size="small" icon="plus" variant="quiet" onPress={() => addToReach(props)}>
          {t('reach.alsoFrom')}
        </Button>
      )}
    </div>
  );
}
