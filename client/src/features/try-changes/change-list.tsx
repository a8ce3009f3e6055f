import { useTranslation } from 'react-i18next';
import { formatDistance, formatHours } from '../../i18n/format.js';
import { drawIcon } from '../../map/style/icons/draw-icon.js';
import { useCoverStore } from '../../state/cover-store.js';
import type { PostChange } from '../../state/post-changes.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { IconButton } from '../../ui/icon-button.js';
import { SvgImage } from '../../ui/swatch.js';
import { getPalette } from '../../ui/tokens.js';
import { useShowPlace } from '../cover-board/use-show-place.js';
import './change-list.css';
import { getDistance, getPlace, type Post } from './ghost-posts.js';

interface ChangeListProps {
  changes: readonly PostChange[];
  posts: ReadonlyMap<string, Post>;
  /** Takes one back; without it the list is only read. */
  onUndo?: (index: number) => void;
}

/** What is being tried, a line a change. */
export function ChangeList({ changes, posts, onUndo }: ChangeListProps) {
  const { t } = useTranslation();
  const theme = usePreferenceStore((state) => state.theme);
  const describe = useChangeWords(posts);
  const show = useShowPlace();
  return (
    <ol className="change-list">
      {changes.map((change, index) => {
        const { title, detail } = describe(change);
        const post = change.postId === null ? undefined : posts.get(change.postId);
        const place = getChangedPlace(change, post);
        return (
          <li key={`${change.action}:${change.postId ?? index}`}>
            <SvgImage
              svg={drawIcon(`post:${post?.kind ?? change.kind ?? 'OFFICE'}`, getPalette(theme))}
              size={22}
            />
            <span className="change-words">
              {place && onUndo ? (
                <button
                  type="button"
                  onClick={() => show({ type: 'Point', coordinates: place }, post?.name ?? change.name ?? '')}
                >
                  {title}
                </button>
              ) : (
                <span>{title}</span>
              )}
              <span>{detail}</span>
            </span>
            {onUndo && (
              <IconButton
                icon="undo"
                size="small"
                label={t('plan.change.undo', { change: title })}
                onPress={() => onUndo(index)}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function getChangedPlace(
  { longitude, latitude }: PostChange,
  post: Post | undefined,
): [number, number] | null {
  if (longitude !== null && latitude !== null) return [longitude, latitude];
  return post ? getPlace(post) : null;
}

/** A change in words: which post, and what would be otherwise. */
function useChangeWords(
  posts: ReadonlyMap<string, Post>,
): (change: PostChange) => { title: string; detail: string } {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  return (change) => {
    const { action, postId, kind, longitude, latitude, opensAtMinute, closesAtMinute } = change;
    const post = postId === null ? undefined : posts.get(postId);
    // Without any post the list is still on its way; only beside others is one that lacks gone.
    const name = post?.name ?? change.name ?? (posts.size === 0 ? '…' : t('plan.change.gone'));
    const title = t(`plan.change.${action}`, { name });
    const hours = formatHours(opensAtMinute, closesAtMinute) ?? t('plan.hours.always');
    if (action === 'ADD') return { title, detail: `${t(`legend.post.${kind}`)} · ${hours}` };
    if (action === 'CLOSE') return { title, detail: post ? t(`legend.post.${post.kind}`) : '' };
    if (action === 'HOURS') {
      const former = formatHours(post?.opensAtMinute ?? null, post?.closesAtMinute ?? null);
      return {
        title,
        detail: t('plan.change.hours', { before: former ?? t('plan.hours.always'), after: hours }),
      };
    }
    const from = post ? getPlace(post) : null;
    const metres =
      from && longitude !== null && latitude !== null ? getDistance(from, [longitude, latitude]) : null;
    return {
      title,
      detail:
        metres === null
          ? t('plan.change.placed')
          : t('plan.change.moved', { distance: formatDistance(metres, t, language) }),
    };
  };
}

/** The changes with a way to take each back. */
export function TriedChanges({ posts }: { posts: ReadonlyMap<string, Post> }) {
  const changes = useCoverStore((state) => state.changes);
  const setChanges = useCoverStore((state) => state.setChanges);
  return (
    <ChangeList
      changes={changes}
      posts={posts}
      onUndo={(index) => setChanges(changes.filter((_, i) => i !== index))}
    />
  );
}
