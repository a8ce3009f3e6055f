import { useTranslation } from 'react-i18next';
import {
  MapPostsDocument,
  MapUnitsDocument,
  type MapPostsQuery,
  type MapUnitsQuery,
} from '../../graphql/generated/graphql.js';
import { pickPlace } from '../../state/pick-store.js';
import type { ReachOrigin } from '../../state/reach-store.js';
import { Button } from '../../ui/button.js';
import { Menu, type MenuAction } from '../../ui/menu.js';
import { useEveryPage } from '../show-map/use-every-page.js';
import { addToReach, getRequest, setFrom } from './ask.js';

const getPosts = (data: MapPostsQuery): MapPostsQuery['posts'] => data.posts;
const getUnits = (data: MapUnitsQuery): MapUnitsQuery['units'] => data.units;

/** Whole kinds of post that are worth asking about together. */
const kinds = [
  'STATION',
  'LIAISON_STATION',
  'OFFICE',
  'SERVICE_POINT',
  'TRAFFIC_SQUADRON',
  'SMALLEST_RESPONSE_UNIT',
  'VOLUNTEER_TEAM',
] as const;

/** A place on the map, or all posts of a kind, or all units on duty. */
export function AddOrigins({ variant = 'plain' }: { variant?: 'plain' | 'primary' }) {
  const { t } = useTranslation();
  const posts = useEveryPage(MapPostsDocument, getPosts).nodes;
  const units = useEveryPage(MapUnitsDocument, getUnits).nodes.filter(({ state }) => state !== 'OFF_DUTY');
  const addAll = (added: ReachOrigin[]): void => {
    const { origins, points } = getRequest();
    const ids = new Set(added.map(({ id }) => id));
    setFrom([...origins.filter(({ id }) => !ids.has(id)), ...added], points);
  };
  const pick = async (): Promise<void> => {
    const point = await pickPlace(t('reach.pickPrompt'));
    if (point) addToReach({ point });
  };
  const groups: MenuAction[] = kinds.flatMap((kind) => {
    const own = posts.filter((post) => post.kind === kind && post.location);
    if (own.length === 0) return [];
    const label = t('reach.allOf', { kind: t(`legend.post.${kind}`), count: own.length });
    const toOrigin = ({ id, name }: (typeof own)[number]): ReachOrigin => ({ kind: 'post', id, name });
    return [{ id: kind, label, onAction: () => addAll(own.map(toOrigin)) }];
  });
  if (units.length > 0)
    groups.push({
      id: 'units',
      label: t('reach.allOf', { kind: t('reach.unitsOnDuty'), count: units.length }),
      onAction: () => addAll(units.map(({ id, callSign }) => ({ kind: 'unit', id, name: callSign }))),
    });
  return (
    <Menu
      label={t('reach.add')}
      placement="bottom start"
      trigger={
        <Button
          size={variant === 'primary' ? 'medium' : 'small'}
          variant={variant}
          icon="plus"
          data-testid="reach-add"
        >
          {t('reach.add')}
        </Button>
      }
      groups={[
        {
          id: 'place',
          label: t('reach.pick'),
          items: [{ id: 'pick', icon: 'target', label: t('reach.pick'), onAction: () => void pick() }],
        },
        { id: 'all', title: t('reach.whole'), items: groups },
      ]}
    />
  );
}
